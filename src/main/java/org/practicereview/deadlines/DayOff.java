package org.practicereview.deadlines;

/** What becomes of a date that turns out to be no working day. */
public enum DayOff {
  /** It stays where it is. */
  STAY,
  /** It moves on to the next working day. */
  NEXT,
  /** It moves back to the working day before. */
  PREVIOUS
}
