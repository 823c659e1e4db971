package org.practicereview.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * A mail as it stands in the outbox; holds no content.
 *
 * @param id id of the row
 * @param key idempotency key
 * @param caseReference the case
 * @param partnership partnership id
 * @param purpose what it is, in words
 * @param recipientRole to whom, by role or organisation
 * @param state where it stands
 * @param reason why it stands there, in plain words; empty if there is nothing to say
 * @param attempts tries so far
 * @param queuedAt when it was queued
 * @param nextAttemptAt when it is tried next; null when it is not going to be
 * @param acceptedAt when the mail server took it; null before
 */
public record OutboxMail(
    String id,
    String key,
    String caseReference,
    String partnership,
    String purpose,
    String recipientRole,
    MailState state,
    String reason,
    int attempts,
    Instant queuedAt,
    Instant nextAttemptAt,
    Instant acceptedAt) {

  /** How long it has been in the outbox, or was until the mail server took it. */
  public Duration age(Instant now) {
    return Duration.between(queuedAt, acceptedAt == null ? now : acceptedAt);
  }
}
