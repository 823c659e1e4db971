package org.practicereview.oversight;

import java.time.LocalDate;

/**
 * Something that is due or happens on a day.
 *
 * @param what the name of a clock; otherwise the kind of meeting or day, as a code
 * @param scope agency whose clock it is, or empty
 * @param day in London
 * @param time as it was typed, or empty
 * @param late whether the day has passed and it is still to be done
 */
public record CalendarEntry(
    String reference,
    String partnership,
    Kind kind,
    String what,
    String scope,
    LocalDate day,
    String time,
    boolean late) {

  /** What it is about. */
  public enum Kind {
    /** A date that law or national guidance sets. */
    LAW,
    /** A date of local practice. */
    LOCAL,
    /** People meet. */
    MEETING,
    /** Something is published, or may be taken down. */
    PUBLICATION
  }
}
