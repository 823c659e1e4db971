package org.practicereview.actionplan;

import java.time.LocalDate;
import java.util.List;

/**
 * An action of a plan, with what was last said of it.
 *
 * @param code number in the plan, for example {@code action-3}
 * @param recommendation number of the recommendation it answers
 * @param leadAgency code of the agency that carries it out
 * @param ownerRole who in that agency answers for it
 * @param dueOn as agreed, or as the executive extended it
 * @param extended whether the executive gave more time
 * @param rag {@code red}, {@code amber}, {@code green}, or empty while nothing was reported
 * @param reportedOn when the lead agency last reported, or null
 * @param evidenceText evidence given in words, or empty
 * @param evidence files given as evidence
 * @param impact what difference it made to children, as the lead agency sees it, or empty
 * @param remarks why evidence was sent back, or why the action was carried over, or empty
 */
public record PlannedAction(
    String code,
    String recommendation,
    String text,
    String leadAgency,
    String ownerRole,
    LocalDate startOn,
    LocalDate dueOn,
    boolean extended,
    String outcome,
    String impactMeasure,
    ActionState state,
    String rag,
    String progress,
    LocalDate reportedOn,
    String evidenceText,
    List<Evidence> evidence,
    String impact,
    String remarks) {

  /** A file given as evidence. */
  public record Evidence(String documentId, String name) {}

  /** Whether its date has passed and it is not finished. */
  public boolean isOverdue(LocalDate today) {
    return state.isOpen() && dueOn != null && dueOn.isBefore(today);
  }
}
