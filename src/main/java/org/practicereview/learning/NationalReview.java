package org.practicereview.learning;

import java.time.LocalDate;
import java.util.List;

/**
 * A national review as it was entered.
 *
 * @param number of the review here, such as {@code 2026-01}
 * @param enteredIn id of the partnership that entered it and may correct it
 * @param enteredOn the day on which it was entered (Europe/London)
 */
public record NationalReview(
    String id,
    String number,
    NationalReviewEntry entry,
    LocalDate publishedOn,
    String enteredIn,
    LocalDate enteredOn) {

  /** Its recommendations, in their order. */
  public List<NationalReviewEntry.Recommended> recommendations() {
    return entry.recommendations();
  }
}
