package org.practicereview.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Rules;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.ReportYear.Period;
import org.practicereview.oversight.Standing;
import org.practicereview.oversight.StatutoryDates;
import org.practicereview.oversight.TimeTaken;
import org.practicereview.oversight.TimeTaken.Took;
import org.practicereview.oversight.Timeliness;
import org.practicereview.oversight.Timeliness.Measure;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the partnership keeps to time, for those who see every case of it. */
@Controller
class OversightPage {

  private final Watched watched;
  private final Timeliness timeliness;
  private final StatutoryDates statutory;
  private final TimeTaken taken;
  private final Standing standing;
  private final Rules rules;

  OversightPage(
      Watched watched,
      Timeliness timeliness,
      StatutoryDates statutory,
      TimeTaken taken,
      Standing standing,
      Rules rules) {
    this.watched = watched;
    this.timeliness = timeliness;
    this.statutory = statutory;
    this.taken = taken;
    this.standing = standing;
    this.rules = rules;
  }

  @GetMapping("/oversight")
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    ReportYear year = watched.year(asked);
    List<Measure> measures = timeliness.of(year, partnership, reach);
    page.addAttribute("measures", measures);
    page.addAttribute("sentences", OversightWords.of(measures));
    page.addAttribute("running", statutory.running(partnership, reach));
    page.addAttribute("agencies", timeliness.agencies(year, partnership, reach));
    List<Took> durations = taken.of(year, partnership, reach);
    page.addAttribute("durations", durations);
    page.addAttribute("stages", standing.stages(partnership, reach));
    page.addAttribute("waiting", standing.waiting(partnership, reach));
    watched.show(page, year, partnership, reach);
    PlainWords words = (PlainWords) page.getAttribute("words");
    page.addAttribute("keptChart", OversightCharts.kept(measures, year, words));
    page.addAttribute("timeChart", OversightCharts.taken(durations, words));
    page.addAttribute("noHeads", List.of());
    page.addAttribute("quarters", year.quarters().stream().map(Period::name).toList());
    return "pages/oversight";
  }

  /** The cases behind a figure. */
  @GetMapping("/oversight/cases")
  String behind(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    ReportYear year = watched.year(asked);
    Period period = period(year, asked.getOrDefault("quarter", ""));
    boolean late = "late".equals(asked.get("kept"));
    page.addAttribute(
        "rule",
        rules
            .find(asked.getOrDefault("rule", ""))
            .orElseThrow(() -> new NotThere("There is no such date")));
    page.addAttribute("agency", asked.getOrDefault("agency", ""));
    page.addAttribute("late", late);
    page.addAttribute("period", period);
    page.addAttribute(
        "lines",
        timeliness.behind(
            asked.getOrDefault("rule", ""),
            asked.getOrDefault("agency", ""),
            late,
            period,
            partnership,
            reach));
    watched.show(page, year, partnership, reach);
    return "pages/oversight-cases";
  }

  /** The figures as a workbook for others, in which few cases cannot be told from none. */
  @GetMapping("/oversight/figures.xlsx")
  void export(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    ReportYear year = watched.year(asked);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("figures-" + year.whole().name().replace('/', '-') + ".xlsx")
            .build()
            .toString());
    OversightExport.write(
        year,
        timeliness.of(year, partnership, reach),
        taken.of(year, partnership, reach),
        response.getOutputStream());
  }

  private static Period period(ReportYear year, String quarter) {
    return switch (quarter) {
      case "1", "2", "3", "4" -> year.quarters().get(Integer.parseInt(quarter) - 1);
      case "before" -> year.before().whole();
      default -> year.whole();
    };
  }
}
