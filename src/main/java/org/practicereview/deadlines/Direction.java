package org.practicereview.deadlines;

/** Which way a clock counts from its trigger date. */
public enum Direction {
  /** Time to do something once the trigger has happened. */
  AFTER,
  /** Notice to be given before the trigger date. */
  BEFORE
}
