package org.practicereview.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseReach;
import org.practicereview.learning.NationalAnswers;
import org.practicereview.learning.Themes;
import org.practicereview.oversight.Recurring;
import org.practicereview.oversight.Recurring.Published;
import org.practicereview.oversight.ReportYear;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a partnership keeps learning, for those who see every case of it. */
@Controller
class LearningPage {

  private final Watched watched;
  private final Recurring recurring;
  private final NationalAnswers national;
  private final Themes themes;
  private final Partnerships partnerships;

  LearningPage(
      Watched watched,
      Recurring recurring,
      NationalAnswers national,
      Themes themes,
      Partnerships partnerships) {
    this.watched = watched;
    this.recurring = recurring;
    this.national = national;
    this.themes = themes;
    this.partnerships = partnerships;
  }

  @GetMapping("/learning")
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    ReportYear year = watched.year(asked);
    page.addAttribute("byYear", recurring.themes(year, partnership, reach));
    page.addAttribute(
        "years",
        IntStream.range(0, Recurring.YEARS)
            .mapToObj(back -> new ReportYear(year.begins() - back))
            .toList());
    page.addAttribute("again", recurring.again(partnership, reach));
    page.addAttribute("unproven", recurring.unproven(partnership, reach));
    page.addAttribute("agencies", recurring.agencies(partnership, reach));
    page.addAttribute(
        "national", national.lines(partnership.isEmpty() ? reach.whole() : List.of(partnership)));
    Map<String, Map<String, List<Published>>> published = new LinkedHashMap<>();
    recurring
        .published(partnership, reach)
        .forEach(
            one ->
                published
                    .computeIfAbsent(one.partnership(), own -> new LinkedHashMap<>())
                    .merge(one.theme(), List.of(one), LearningPage::both));
    page.addAttribute("published", published);
    common(page, year, partnership, reach);
    return "pages/learning";
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The cases in which a theme came up. */
  @GetMapping("/learning/cases")
  String cases(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    ReportYear year = watched.year(asked);
    String theme = asked.getOrDefault("theme", "");
    page.addAttribute("theme", theme);
    page.addAttribute("references", recurring.cases(theme, year, partnership, reach));
    common(page, year, partnership, reach);
    return "pages/learning-cases";
  }

  private void common(Model page, ReportYear year, String partnership, CaseReach reach) {
    watched.show(page, year, partnership, reach);
    BiFunction<String, String, String> name = (of, code) -> themes.name(partnerships.get(of), code);
    page.addAttribute("name", name);
    page.addAttribute("first", partnership.isEmpty() ? reach.whole().get(0) : partnership);
  }
}
