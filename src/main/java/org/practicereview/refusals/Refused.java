package org.practicereview.refusals;

/**
 * What a person asked for cannot be done, and nothing was changed. Its message is read by people;
 * every other exception is a fault of ours, whose message no one reads but support.
 */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses what a person asked for.
   *
   * @param why what is wrong or what to do, in plain words; a sentence without its full stop
   */
  public Refused(String why) {
    super(why);
  }

  /** Refuses because of something else that went wrong. */
  public Refused(String why, Throwable cause) {
    super(why, cause);
  }
}
