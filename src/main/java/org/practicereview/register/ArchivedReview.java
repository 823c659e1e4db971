package org.practicereview.register;

import java.time.Instant;

/**
 * A review that began before the safeguarding partners took over from the safeguarding boards.
 *
 * @param addedBy user id of whoever entered it, or corrected it last
 * @param end why the entry was to end, or null where no one has said so
 */
public record ArchivedReview(
    String id, ArchiveEntry entry, String addedBy, Instant addedAt, End end) {

  /** What reviews of that time are called. */
  public static final String NAME = "Serious case review";

  /**
   * The end of an entry.
   *
   * @param askedBy user id of whoever asked for it
   * @param by user id of whoever made it so, or null while that is open
   * @param at when, or null while that is open
   */
  public record End(String reason, String askedBy, String by, Instant at) {

    /** Whether it was put right rather than taken out: that needs no second person. */
    public boolean isCorrection() {
      return askedBy.equals(by);
    }
  }
}
