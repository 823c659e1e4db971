package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.ReportYear;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages for those who see every case of a partnership ask and show alike. */
@Component
class Watched {

  private static final int FIRST_YEAR = 2019;

  private final CaseAccess access;
  private final Partnerships partnerships;
  private final Clock clock;

  Watched(CaseAccess access, Partnerships partnerships, Clock clock) {
    this.access = access;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** The partnerships that the reader watches over. */
  static List<String> partnerships(CaseAccess access, SignedIn reader) {
    return reach(access, reader).whole();
  }

  private static CaseReach reach(CaseAccess access, SignedIn reader) {
    return access.reach(reader.userId(), reader.groups(), reader.tenants());
  }

  /**
   * What the reader may see.
   *
   * @throws NotAllowed if they watch over no partnership
   */
  CaseReach reach(SignedIn reader) {
    CaseReach reach = reach(access, reader);
    if (reach.whole().isEmpty()) {
      throw new NotAllowed();
    }
    return reach;
  }

  /** The partnership that is asked for; empty for all that the reader watches over. */
  static String partnership(Map<String, String> asked, CaseReach reach) {
    String partnership = asked.getOrDefault("partnership", "");
    if (!partnership.isEmpty() && !reach.whole().contains(partnership)) {
      throw new NotThere("There is no partnership " + partnership);
    }
    return partnership;
  }

  /** The year that is asked for; this one where none is, or none that there can be. */
  ReportYear year(Map<String, String> asked) {
    ReportYear now = ReportYear.of(LocalDate.now(clock));
    String year = asked.getOrDefault("year", "");
    boolean possible =
        year.matches("[0-9]{4}")
            && Integer.parseInt(year) >= FIRST_YEAR
            && Integer.parseInt(year) <= now.begins() + 1;
    return possible ? new ReportYear(Integer.parseInt(year)) : now;
  }

  /** What their templates have in common. */
  void show(Model page, ReportYear year, String partnership, CaseReach reach) {
    LocalDate today = LocalDate.now(clock);
    page.addAttribute("today", today);
    page.addAttribute("year", year);
    page.addAttribute("isThisYear", year.equals(ReportYear.of(today)));
    page.addAttribute("partnership", partnership);
    page.addAttribute("identity", reach.identity());
    page.addAttribute("partnerships", reach.whole().stream().map(partnerships::get).toList());
    page.addAttribute(
        "said",
        partnerships.all().stream().collect(Collectors.toMap(Partnership::id, PlainWords::new)));
    page.addAttribute("words", new PlainWords(partnerships.get(reach.whole().get(0))));
  }
}
