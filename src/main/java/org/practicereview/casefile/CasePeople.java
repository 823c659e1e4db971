package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * Who is named on a case: the lead reviewer, who is no employee of the partnership, and the members
 * of the review team, who read more than what their own agency wrote. What being named lets them
 * see is decided in {@link CaseAccess}; every change is told with {@link NamingChanged}.
 */
public interface CasePeople {

  /** Named as the reviewer of the case. */
  String LEAD_REVIEWER = "lead-reviewer";

  /** Named as an agency's member of the review team. */
  String TEAM_MEMBER = "review-team-member";

  /**
   * Names someone on a case.
   *
   * @param userId their account; whether it may be named is for the caller to know
   * @param as {@link #LEAD_REVIEWER} or {@link #TEAM_MEMBER}
   * @param agency code of the agency a member speaks for; empty for a reviewer
   * @throws org.practicereview.refusals.Refused if it is neither, or the agency is missing or
   *     unknown
   * @throws org.practicereview.refusals.Refused if the case is closed, or they are named already
   */
  void name(String caseReference, String userId, String as, String agency, String by);

  /**
   * Sets the last day of a naming, after which it lets its person see nothing, also before it is
   * ended.
   *
   * @param id of a naming that lasts
   * @param lastDay in Europe/London
   */
  void lastsUntil(String id, LocalDate lastDay);

  /**
   * Ends one naming, with effect at once.
   *
   * @throws org.practicereview.refusals.Refused if there is no such naming in the case
   * @throws org.practicereview.refusals.Refused if it has been ended before
   */
  void end(String caseReference, String id, String by);

  /**
   * Ends every naming of a kind, with effect at once; where there is none, nothing happens.
   *
   * @param agency for members the agency whose members are meant; empty for reviewers
   */
  void endAll(String caseReference, String as, String agency, String by);

  /** The accounts that are named as the reviewer of a case now. */
  default List<String> reviewers(String caseReference) {
    return of(caseReference).stream()
        .filter(person -> person.isNamed() && person.isLeadReviewer())
        .map(CasePerson::userId)
        .toList();
  }

  /** Everyone who is or was named on a case, in the order they were named. */
  List<CasePerson> of(String caseReference);

  /** Where someone is named now, in all cases. */
  List<CasePerson> named(String userId);
}
