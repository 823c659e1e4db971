package org.practicereview.absence;

import java.time.LocalDate;
import org.practicereview.casefile.CasePerson;

/**
 * Someone who is named on a case is away, and another account is named in their place meanwhile.
 *
 * @param naming the naming of the person who is away
 * @param covered user id of that person
 * @param as as what they are named, see {@link org.practicereview.casefile.CasePeople}
 * @param agency code of the agency a member speaks for; empty for a reviewer
 * @param cover user id of who does their work
 * @param from first day (Europe/London)
 * @param until last day
 */
public record NamedCover(
    String id,
    String caseReference,
    String naming,
    String covered,
    String as,
    String agency,
    String cover,
    LocalDate from,
    LocalDate until) {

  /** Whether the two share a day. */
  boolean meets(LocalDate otherFrom, LocalDate otherUntil) {
    return !from.isAfter(otherUntil) && !until.isBefore(otherFrom);
  }

  /** Whether a naming is one of the cover's account, as what and for whom it covers. */
  boolean isNamedAs(CasePerson person) {
    return person.isNamed()
        && person.userId().equals(cover)
        && person.as().equals(as)
        && person.agency().equals(agency);
  }
}
