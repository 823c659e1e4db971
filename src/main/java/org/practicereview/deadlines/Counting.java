package org.practicereview.deadlines;

import java.time.LocalDate;

/**
 * How a date was worked out.
 *
 * @param trigger key of the fact of the case from whose date it counts; empty for a date that is no
 *     fact
 * @param from that date
 */
public record Counting(
    String trigger, LocalDate from, int length, Unit unit, Direction direction, DayOff dayOff) {

  /** The date before it is moved off a day off. */
  LocalDate unmoved(WorkingDayCalendar calendar) {
    return calendar.due(from, length, unit, direction);
  }

  /** The date that it gives. */
  LocalDate due(WorkingDayCalendar calendar) {
    return calendar.moved(unmoved(calendar), dayOff);
  }
}
