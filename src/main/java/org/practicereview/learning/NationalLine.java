package org.practicereview.learning;

import java.time.LocalDate;
import java.util.List;

/**
 * A recommendation of a national review to local partnerships, and how far one of them is with it.
 *
 * @param reference of the file in which the partnership answers
 * @param number as it is numbered in the review
 * @param themes codes of themes
 * @param decided whether the partnership has said what it means here
 * @param done how far its actions are
 */
public record NationalLine(
    String partnership,
    String reference,
    Published review,
    String number,
    List<String> themes,
    boolean decided,
    Done done) {

  /** A review by its title. */
  public record Published(String title, LocalDate on) {}

  /**
   * How far actions are.
   *
   * @param actions how many there are
   * @param complete of them, those complete
   * @param impact of how many it is said what difference they made to children
   * @param late of them, those still open after their date in a plan that was approved
   */
  public record Done(int actions, int complete, int impact, int late) {

    /** Both together. */
    public Done plus(Done other) {
      return new Done(
          actions + other.actions,
          complete + other.complete,
          impact + other.impact,
          late + other.late);
    }
  }
}
