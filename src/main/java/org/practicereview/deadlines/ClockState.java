package org.practicereview.deadlines;

/** How a clock stands. */
public enum ClockState {
  RUNNING("running"),
  PAUSED("paused"),
  /** Past its limit, and no one has said why. */
  OVERDUE("overdue"),
  /** Past its limit, with a reason and a new date that has not passed. */
  OVERDUE_EXPLAINED("overdue, delay explained"),
  /** Past its limit, with a new date that the Panel has agreed to and that has not passed. */
  OVERDUE_AGREED("overdue, new date agreed"),
  MET("met"),
  MET_LATE("met late"),
  CANCELLED("cancelled");

  private final String words;

  ClockState(String words) {
    this.words = words;
  }

  /** The state as a person reads it, in lower case. */
  public String words() {
    return words;
  }

  /** Whether what the clock watches is still to be done. */
  public boolean isOpen() {
    return this != MET && this != MET_LATE && this != CANCELLED;
  }
}
