package org.practicereview.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A review that began before the safeguarding partners took over from the safeguarding boards.
 *
 * @param title what it is called, without a name by which the family can be known
 * @param publishedOn when it was published, or null
 * @param foundAt where it can be read, or empty
 * @param learning what it taught
 * @param addedBy user id of whoever entered it
 */
public record ArchivedReview(
    String id,
    String partnership,
    String title,
    LocalDate begunOn,
    LocalDate publishedOn,
    String foundAt,
    String learning,
    String addedBy,
    Instant addedAt) {

  /** What reviews of that time are called. */
  public static final String NAME = "Serious case review";
}
