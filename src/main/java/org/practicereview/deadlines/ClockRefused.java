package org.practicereview.deadlines;

import org.practicereview.refusals.Refused;

/**
 * A change of a clock that makes no sense; the message says why, in words for the person and
 * without a final full stop.
 */
public class ClockRefused extends Refused {

  private static final long serialVersionUID = 1L;

  /** Refuses with a sentence that a person can act on. */
  public ClockRefused(String sentence) {
    super(sentence);
  }
}
