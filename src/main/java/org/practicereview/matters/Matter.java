package org.practicereview.matters;

import java.time.Instant;

/**
 * One thing that runs beside a review. What is known of it stands in the answers of its scope.
 *
 * @param code kind and number, for example {@code proceedings-2}; the scope of its answers, letters
 *     and clocks
 * @param kind for example {@code proceedings}
 * @param endedAt null while it is open
 */
public record Matter(
    String caseReference, String code, String kind, Instant openedAt, Instant endedAt) {

  /** Whether somebody still has to look after it. */
  public boolean isOpen() {
    return endedAt == null;
  }
}
