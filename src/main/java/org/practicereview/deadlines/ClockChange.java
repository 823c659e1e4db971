package org.practicereview.deadlines;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that was done to a clock.
 *
 * @param at when
 * @param by user id, or {@code system}
 * @param kind what was done
 * @param reason why, in the words of who did it; may be empty
 * @param dueBefore the due date before, or null when it started
 * @param dueAfter the due date after; for a delay that was explained or agreed the new date
 */
public record ClockChange(
    Instant at, String by, Kind kind, String reason, LocalDate dueBefore, LocalDate dueAfter) {

  /** What can be done to a clock. */
  public enum Kind {
    STARTED("started"),
    /** The date it counts from turned out to be another. */
    CORRECTED("corrected"),
    MET("met"),
    CANCELLED("cancelled"),
    EXTENDED("extended"),
    EXPLAINED("delay explained"),
    /** The Panel agreed to a second date beside the due date. */
    AGREED("new date agreed by the Panel"),
    PAUSED("paused"),
    RESUMED("resumed"),
    /** A bank holiday was proclaimed. */
    RECALCULATED("worked out again");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a person reads it, in lower case. */
    public String words() {
      return words;
    }
  }
}
