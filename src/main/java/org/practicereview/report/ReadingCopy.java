package org.practicereview.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A copy of a draft that some people may read for a time.
 *
 * @param holder whose people may read it: the code of an agency, or {@code role:} and a role
 * @param draft number of the draft, from 1
 * @param readableUntil last day, or null where it stays readable until it is taken back
 * @param revokedAt when it was taken back, or null
 * @param revokedReason why, or null
 */
public record ReadingCopy(
    String id,
    String caseReference,
    String holder,
    String documentId,
    int draft,
    String givenBy,
    Instant givenAt,
    LocalDate readableUntil,
    String revokedBy,
    Instant revokedAt,
    String revokedReason) {

  /** How the holder begins where it is a role and not an agency. */
  public static final String ROLE = "role:";

  /** Whether it was taken back. */
  public boolean isRevoked() {
    return revokedAt != null;
  }

  /** Whether its time has run out by then. */
  public boolean isExpired(LocalDate today) {
    return readableUntil != null && today.isAfter(readableUntil);
  }

  /** Whether it can be read then. */
  public boolean isOpen(LocalDate today) {
    return !isRevoked() && !isExpired(today);
  }
}
