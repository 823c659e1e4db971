package org.practicereview.casefile;

import java.time.Instant;

/**
 * The head of a case.
 *
 * @param reference the case reference, also the business key of its processes
 * @param partnership id of the partnership that owns it
 * @param partnershipName the partnership's name when the case began
 * @param guidance edition of the guidance that applied when the case began
 * @param state {@code open} or {@code closed}
 * @param outcome code of how it ended, or null while it is open
 * @param kind {@code case}, or {@code national-review} for a partnership's answer to one
 */
public record CaseFile(
    String reference,
    String partnership,
    String partnershipName,
    String guidance,
    String state,
    String outcome,
    Instant openedAt,
    Instant closedAt,
    String kind) {

  static final String OPEN = "open";
  static final String CLOSED = "closed";

  /** Kind of a case about a child. */
  public static final String CASE = "case";

  static final String NATIONAL_REVIEW = "national-review";

  /** A file {@code f} of a statement is a case, and not the answer to a national review. */
  public static final String IS_CASE = "f.kind = '" + CASE + "'";

  /** Whether this is no case but a partnership's answer to a national review. */
  public boolean answersNationalReview() {
    return NATIONAL_REVIEW.equals(kind);
  }

  /** Whether work on the case goes on. */
  public boolean isOpen() {
    return OPEN.equals(state);
  }
}
