package org.practicereview.casefile;

import java.time.LocalDate;

/**
 * An agency that was asked for information in a case.
 *
 * @param agency its code in the partnership's profile
 * @param state how far it has come
 * @param dueOn when the return is due, or null
 * @param answeredOn when it answered, or null
 */
public record CaseAgency(
    String caseReference,
    String agency,
    ReturnState state,
    LocalDate askedOn,
    LocalDate dueOn,
    LocalDate answeredOn) {

  /** Whether it has not said that it was not involved. */
  public boolean isInvolved() {
    return state != ReturnState.NOT_INVOLVED;
  }

  /** Whether the agency has said that it was not involved, or has sent its return. */
  public boolean hasAnswered() {
    return answeredOn != null;
  }
}
