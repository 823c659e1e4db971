package org.practicereview.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Rules;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.ReportYear.Period;
import org.practicereview.oversight.Standing;
import org.practicereview.oversight.StatutoryDates;
import org.practicereview.oversight.TimeTaken;
import org.practicereview.oversight.Timeliness;
import org.practicereview.oversight.Timeliness.Measure;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
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

  private static final int FIRST_YEAR = 2019;

  private final CaseAccess access;
  private final Timeliness timeliness;
  private final StatutoryDates statutory;
  private final TimeTaken taken;
  private final Standing standing;
  private final Rules rules;
  private final Partnerships partnerships;
  private final Clock clock;

  OversightPage(
      CaseAccess access,
      Timeliness timeliness,
      StatutoryDates statutory,
      TimeTaken taken,
      Standing standing,
      Rules rules,
      Partnerships partnerships,
      Clock clock) {
    this.access = access;
    this.timeliness = timeliness;
    this.statutory = statutory;
    this.taken = taken;
    this.standing = standing;
    this.rules = rules;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @GetMapping("/oversight")
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = reach(reader);
    String partnership = partnership(asked, reach);
    ReportYear year = year(asked);
    List<Measure> measures = timeliness.of(year, partnership, reach);
    page.addAttribute("measures", measures);
    page.addAttribute("sentences", OversightWords.of(measures));
    page.addAttribute("running", statutory.running(partnership, reach));
    page.addAttribute("agencies", timeliness.agencies(year, partnership, reach));
    page.addAttribute("durations", taken.of(year, partnership, reach));
    page.addAttribute("stages", standing.stages(partnership, reach));
    page.addAttribute("waiting", standing.waiting(partnership, reach));
    common(page, year, partnership, reach);
    return "pages/oversight";
  }

  /** The cases behind a figure. */
  @GetMapping("/oversight/cases")
  String behind(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = reach(reader);
    String partnership = partnership(asked, reach);
    ReportYear year = year(asked);
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
    common(page, year, partnership, reach);
    return "pages/oversight-cases";
  }

  /** The figures as a workbook for others, in which few cases cannot be told from none. */
  @GetMapping("/oversight/figures.xlsx")
  void export(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    CaseReach reach = reach(reader);
    String partnership = partnership(asked, reach);
    ReportYear year = year(asked);
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

  private void common(Model page, ReportYear year, String partnership, CaseReach reach) {
    LocalDate today = LocalDate.now(clock);
    page.addAttribute("today", today);
    page.addAttribute("year", year);
    page.addAttribute("isThisYear", year.equals(ReportYear.of(today)));
    page.addAttribute("partnership", partnership);
    page.addAttribute("identity", reach.identity());
    page.addAttribute("partnerships", reach.whole().stream().map(partnerships::get).toList());
    page.addAttribute(
        "said",
        partnerships.all().stream()
            .collect(Collectors.toMap(Partnership::id, Function.identity()))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> new PlainWords(one.getValue()))));
    page.addAttribute("words", new PlainWords(partnerships.get(reach.whole().get(0))));
  }

  /** The partnerships that the reader watches over. */
  static List<String> partnerships(CaseAccess access, SignedIn reader) {
    return reach(access, reader).whole();
  }

  private static CaseReach reach(CaseAccess access, SignedIn reader) {
    return access.reach(reader.userId(), reader.groups(), reader.tenants());
  }

  private CaseReach reach(SignedIn reader) {
    CaseReach reach = reach(access, reader);
    if (reach.whole().isEmpty()) {
      throw new NotAllowed();
    }
    return reach;
  }

  private static String partnership(Map<String, String> asked, CaseReach reach) {
    String partnership = asked.getOrDefault("partnership", "");
    if (!partnership.isEmpty() && !reach.whole().contains(partnership)) {
      throw new NotThere("There is no partnership " + partnership);
    }
    return partnership;
  }

  private ReportYear year(Map<String, String> asked) {
    ReportYear now = ReportYear.of(LocalDate.now(clock));
    String year = asked.getOrDefault("year", "");
    boolean possible =
        year.matches("[0-9]{4}")
            && Integer.parseInt(year) >= FIRST_YEAR
            && Integer.parseInt(year) <= now.begins() + 1;
    return possible ? new ReportYear(Integer.parseInt(year)) : now;
  }

  private static Period period(ReportYear year, String quarter) {
    return switch (quarter) {
      case "1", "2", "3", "4" -> year.quarters().get(Integer.parseInt(quarter) - 1);
      case "before" -> year.before().whole();
      default -> year.whole();
    };
  }
}
