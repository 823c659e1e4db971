package org.practicereview.learning;

import java.time.LocalDate;
import java.util.List;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.learning.NationalReviewEntry.Recommended;

/**
 * What a partnership answers to a national review.
 *
 * @param reference of the file in which it answers
 * @param open whether its actions are still being carried out, or its decision waits
 * @param closedOn when the file was closed (Europe/London), or null
 */
public record NationalAnswer(
    NationalReview review, String reference, boolean open, LocalDate closedOn, List<Line> lines) {

  /**
   * What is said of one recommendation.
   *
   * @param view what it means here, in the words of the form; empty while it was not decided, and
   *     for recommendations to others
   * @param reasons how the partnership knows
   */
  public record Line(
      Recommended recommendation, String view, String reasons, List<PlannedAction> actions) {}

  /** The recommendations that partnerships answer. */
  public List<Line> local() {
    return lines.stream().filter(line -> line.recommendation().isLocal()).toList();
  }

  /** Whether an action is late; none is while the executive has not approved the plan. */
  public boolean isLate(PlannedAction action, LocalDate today) {
    return action.state() != ActionState.PLANNED && action.isOverdue(today);
  }

  /** All actions that answer it. */
  public List<PlannedAction> actions() {
    return lines.stream().flatMap(line -> line.actions().stream()).toList();
  }
}
