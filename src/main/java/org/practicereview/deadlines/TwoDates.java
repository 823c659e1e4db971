package org.practicereview.deadlines;

import java.time.LocalDate;

/**
 * The two dates of a clock that law or guidance sets and that a partnership counts in another way;
 * the earlier one holds.
 *
 * @param guidance how guidance counts
 * @param guidanceDueOn the date that guidance sets
 * @param localDueOn the date that the partnership's own way of counting gives
 */
public record TwoDates(Counting guidance, LocalDate guidanceDueOn, LocalDate localDueOn) {

  static TwoDates of(Counting guidance, Counting local, WorkingDayCalendar calendar) {
    return new TwoDates(guidance, guidance.due(calendar), local.due(calendar));
  }

  /** Whether the date of guidance is the earlier one. */
  public boolean isGuidanceEarlier() {
    return guidanceDueOn.isBefore(localDueOn);
  }

  LocalDate earlier() {
    return isGuidanceEarlier() ? guidanceDueOn : localDueOn;
  }
}
