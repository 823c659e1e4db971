package org.practicereview.register;

import java.time.Instant;

/**
 * One thing that runs beside a review. What is known of it stands in the answers of its scope.
 *
 * @param scope where its answers, letters and clocks stand, for example {@code item:complaint-2}
 * @param kind for example {@code complaint}
 * @param endedAt null while it is open
 */
public record Matter(
    String caseReference, String scope, String kind, Instant openedAt, Instant endedAt) {

  /** As people call it, for example {@code Complaint 2}. */
  public String name() {
    return Matters.named(scope);
  }

  /** Whether someone still has to look after it. */
  public boolean isOpen() {
    return endedAt == null;
  }
}
