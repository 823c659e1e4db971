package org.practicereview.casefile;

import java.time.LocalDate;

/**
 * An agency that was asked for information in a case.
 *
 * @param agency its code in the partnership's profile
 * @param state {@code asked}, {@code overdue}, {@code not-involved}, {@code returned} or {@code
 *     returned-late}
 * @param dueOn when the return is due, or null
 * @param answeredOn when it answered, or null
 */
public record CaseAgency(
    String caseReference,
    String agency,
    String state,
    LocalDate askedOn,
    LocalDate dueOn,
    LocalDate answeredOn) {

  /** Whether the agency has said that it was not involved, or has sent its return. */
  public boolean hasAnswered() {
    return answeredOn != null;
  }
}
