package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.letters.LetterState;
import org.practicereview.oversight.AcrossCases;
import org.practicereview.oversight.AcrossCases.About;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists across the cases that the reader sees: what is late, waits, comes or is held. */
@Controller
class AcrossCasesPage {

  private final AcrossCases lists;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final Clock clock;

  AcrossCasesPage(AcrossCases lists, CaseAccess access, Partnerships partnerships, Clock clock) {
    this.lists = lists;
    this.access = access;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** A list that can be chosen. */
  public record Choice(String id, String name) {}

  /** A line in words. */
  public record Line(String reference, String words, String day, String late) {}

  private static final Map<About, String> NAMES =
      Map.of(
          About.AGENCIES, "Late agencies",
          About.LETTERS, "Letters that wait",
          About.ACTIONS, "Actions by due date",
          About.PUBLICATION, "Publications and removals to come",
          About.HOLDS, "Holds on publication");

  @GetMapping("/lists")
  String show(
      @RequestParam(name = "of", defaultValue = "") String asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    About about =
        Arrays.stream(About.values())
            .filter(one -> one.name().equalsIgnoreCase(asked))
            .findFirst()
            .orElse(About.AGENCIES);
    Map<String, PlainWords> words =
        partnerships.all().stream().collect(Collectors.toMap(Partnership::id, PlainWords::new));
    LocalDate today = LocalDate.now(clock);
    List<Line> lines =
        lists.of(about, access.reach(reader.userId(), reader.groups(), reader.tenants())).stream()
            .map(
                line ->
                    new Line(
                        line.reference(),
                        words(about, line, words.get(line.partnership())),
                        words.get(line.partnership()).day(line.day()),
                        line.late() ? words.get(line.partnership()).late(line.day(), today) : ""))
            .toList();
    page.addAttribute("about", about.name().toLowerCase(Locale.ROOT));
    page.addAttribute("name", NAMES.get(about));
    page.addAttribute(
        "choices",
        Arrays.stream(About.values())
            .map(one -> new Choice(one.name().toLowerCase(Locale.ROOT), NAMES.get(one)))
            .toList());
    page.addAttribute("lines", lines);
    page.addAttribute("most", AcrossCases.MOST);
    return "pages/lists";
  }

  private static String words(About about, AcrossCases.Line line, PlainWords words) {
    return switch (about) {
      case AGENCIES -> words.agency(line.who());
      case LETTERS -> line.who() + ", " + LetterState.valueOf(line.what()).words();
      case ACTIONS -> words.code(line.what());
      case PUBLICATION ->
          line.what().equals("planned")
              ? "Publication planned"
              : line.who() + ", may be taken down from this day";
      case HOLDS -> words.code(line.who());
    };
  }
}
