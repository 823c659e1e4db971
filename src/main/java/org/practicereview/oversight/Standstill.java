package org.practicereview.oversight;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something of a case that has stopped and does not go on by itself.
 *
 * @param id of the row
 * @param failure reference that people quote; says nothing of the case
 * @param caseReference the case
 * @param partnership partnership id
 * @param kind what has happened
 * @param step name of the step in the model; empty if the case has no next step
 * @param model name and version of the model, or empty
 * @param element id of the step in the model, or empty
 * @param processInstance where an administrator finds it in Cockpit, or empty
 * @param foundAt since when it is known
 * @param toldOn day on which the administrator was last written to (Europe/London), or null
 */
public record Standstill(
    String id,
    String failure,
    String caseReference,
    String partnership,
    Kind kind,
    String step,
    String model,
    String element,
    String processInstance,
    Instant foundAt,
    LocalDate toldOn) {

  /** What has happened. */
  public enum Kind {
    /** The service could not do a step, and tries no more. */
    FAILED_STEP,
    /** The case is open, and neither a person nor a timer nor a message will move it on. */
    NO_NEXT_STEP
  }

  /** What has happened, in words. */
  public String words() {
    return kind == Kind.FAILED_STEP
        ? "The service could not do the step “" + step + "”."
        : "No one has a task in this case, and the service waits for nothing.";
  }
}
