package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Why a clock is due when it is due.
 *
 * @param sentence one sentence with the citation
 * @param days every day from the trigger to the date that the rule gives, in the order of counting;
 *     for a clock in months the corresponding date of each month
 * @param dates the dates of the case that the clock turns on, in words; for a notification both the
 *     incident and when the local authority became aware of it
 * @param changes what was done to it, oldest first
 */
public record Explanation(
    Deadline deadline,
    String sentence,
    List<CountedDay> days,
    Map<String, LocalDate> dates,
    List<ClockChange> changes) {

  /**
   * A day on the way.
   *
   * @param weekday for example {@code Friday}
   * @param number which day of the clock it is; 0 if it does not count
   * @param reason why it does not count, for example {@code Good Friday}; empty if it counts
   */
  public record CountedDay(LocalDate date, String weekday, int number, String reason) {}
}
