package org.practicereview.absence;

import java.util.List;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.forms.PeopleNames;
import org.practicereview.naming.CaseNaming;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Component;

/**
 * What a hand-over means for covers on cases: no cover goes over to another, and one ends when its
 * account is named there for good.
 */
@Component
class CoverHandOver {

  private final NamedCoverRows rows;
  private final CasePeople people;
  private final CaseNaming naming;
  private final NamedCoverEnds ends;
  private final PeopleNames names;

  CoverHandOver(
      NamedCoverRows rows,
      CasePeople people,
      CaseNaming naming,
      NamedCoverEnds ends,
      PeopleNames names) {
    this.rows = rows;
    this.people = people;
    this.naming = naming;
    this.ends = ends;
    this.names = names;
  }

  /** What someone covers, in whatever case, now or later. */
  List<NamedCover> coveredBy(String userId) {
    return rows.by(userId);
  }

  /** Whether someone is named by this only because they cover. */
  boolean isOfCover(CasePerson named) {
    return isOf(named, rows.of(named.caseReference()));
  }

  private boolean isOf(CasePerson named, List<NamedCover> covers) {
    return covers.stream()
        .anyMatch(cover -> rows.ownNaming(cover.id()).filter(named.id()::equals).isPresent());
  }

  /**
   * Names someone for good in place of another. What they cover in the case in the same role, for
   * the same agency, ends with that.
   *
   * @throws Refused if they cannot be named; nothing is changed then, and no cover ends
   */
  void nameForGood(CasePerson former, String userId, String by) {
    String reference = former.caseReference();
    List<NamedCover> own =
        rows.of(reference).stream()
            .filter(one -> one.cover().equals(userId))
            .filter(one -> one.as().equals(former.as()) && one.agency().equals(former.agency()))
            .toList();
    boolean mayBeNamed =
        naming.eligible(reference).stream()
            .anyMatch(one -> one.is(userId, former.as(), former.agency()));
    boolean namedForGood =
        people.of(reference).stream()
            .filter(one -> own.stream().anyMatch(cover -> cover.isNamedAs(one)))
            .anyMatch(one -> !isOf(one, own));
    if (mayBeNamed && !namedForGood) {
      String why = names.of(userId) + " is named on the case for good";
      own.forEach(one -> ends.early(one, by, new EarlyEnd(why, false)));
    }
    // Refuses in its own words where the one or the other is not so.
    naming.name(reference, userId, former.as(), former.agency(), by);
  }
}
