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
 */
public record CaseFile(
    String reference,
    String partnership,
    String partnershipName,
    String guidance,
    String state,
    String outcome,
    Instant openedAt,
    Instant closedAt) {

  static final String OPEN = "open";
  static final String CLOSED = "closed";

  /** Whether work on the case goes on. */
  public boolean isOpen() {
    return OPEN.equals(state);
  }
}
