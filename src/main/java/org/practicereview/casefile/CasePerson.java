package org.practicereview.casefile;

import java.time.Instant;

/**
 * Someone who is, or was, named on a case.
 *
 * @param userId account by which they sign in
 * @param as {@link CasePeople#LEAD_REVIEWER} or {@link CasePeople#TEAM_MEMBER}
 * @param agency the agency a member of the team speaks for, by its code; empty for a reviewer
 * @param by who named them, by user id
 * @param until when it ended, or null while it lasts; one for a time ends with its last day
 * @param endedBy who ended it, or null
 */
public record CasePerson(
    String id,
    String caseReference,
    String userId,
    String as,
    String agency,
    Instant from,
    String by,
    Instant until,
    String endedBy) {

  /** Whether it has not been ended. */
  public boolean isNamed() {
    return until == null;
  }

  /** Whether this is the naming of a lead reviewer. */
  public boolean isLeadReviewer() {
    return as.equals(CasePeople.LEAD_REVIEWER);
  }
}
