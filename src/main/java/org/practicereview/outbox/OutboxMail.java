package org.practicereview.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

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
 * @param address where it goes, or went
 * @param urgent whether a child's safety, or what the law demands, hangs on it
 * @param stuck whether a person has to see to it: it failed, no one knows whether it arrived, or it
 *     is urgent and was tried in vain for a while
 * @param toldOn the day on which the recipient was told another way, or null
 * @param toldHow how they were told, or null
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
    Instant acceptedAt,
    String address,
    boolean urgent,
    boolean stuck,
    LocalDate toldOn,
    String toldHow) {

  /** How long it has been in the outbox, or was until the mail server took it. */
  public Duration age(Instant now) {
    return Duration.between(queuedAt, acceptedAt == null ? now : acceptedAt);
  }

  /** Whether a person can still decide about it: it has neither gone nor been settled. */
  public boolean isOpen() {
    return switch (state) {
      case QUEUED, GATHERING, WAITING, UNKNOWN, FAILED -> true;
      default -> false;
    };
  }

  /**
   * The day on which the recipient was told: the mail server took it, or someone told them another
   * way; empty while no one has been told.
   *
   * @param zone whose days are meant
   */
  public Optional<LocalDate> told(ZoneId zone) {
    return switch (state) {
      case ACCEPTED -> Optional.of(LocalDate.ofInstant(acceptedAt, zone));
      case TOLD_OTHERWISE -> Optional.of(toldOn);
      default -> Optional.empty();
    };
  }
}
