package org.practicereview.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.practicereview.outbox.OutboxMail;

/**
 * A line in the register of letters: what, to whom, when, by whom, and how far it has come.
 *
 * @param template id of its template, for example {@code referral/decision}
 * @param title title of the template; names no person
 * @param scope agency or partner it belongs to, or empty
 * @param recipientName whom it addresses; may be a person's name
 * @param recipientRole the same by role or organisation, for lists and the audit trail
 * @param address e-mail address, or null when none is known
 * @param post name and postal address as on an envelope, or null
 * @param version number of its latest wording
 * @param editedBy who gave it that wording
 * @param approvedBy who approved it, or null
 * @param sentBy who sent or posted it, or null
 * @param documentId the PDF, or the text of a notice, among the documents of the case; null before
 *     sending
 * @param mail what became of the mail, or null when there is none
 */
public record Letter(
    String id,
    String caseReference,
    String partnership,
    String template,
    String title,
    String scope,
    String recipientKind,
    String recipientName,
    String recipientRole,
    String address,
    String post,
    boolean needsApproval,
    LetterState state,
    int version,
    String writtenBy,
    Instant writtenAt,
    String editedBy,
    String approvedBy,
    Instant approvedAt,
    String sentBy,
    Instant sentAt,
    String documentId,
    OutboxMail mail) {

  /** How far it has come, in words: the outbox's answer once it was handed over. */
  public String status() {
    return Optional.ofNullable(mail)
        .map(m -> m.state().words() + (m.reason().isEmpty() ? "" : ": " + m.reason()))
        .orElse(state.words());
  }

  /**
   * The day on which its reader was told: the mail server took it, a person posted it, or someone
   * told them another way. Empty for a mail that waits, failed, or of which no one knows.
   *
   * @param zone whose days are meant
   */
  public Optional<LocalDate> told(ZoneId zone) {
    return state == LetterState.POSTED
        ? Optional.of(LocalDate.ofInstant(sentAt, zone))
        : Optional.ofNullable(mail).flatMap(carried -> carried.told(zone));
  }

  /** Whether someone has to do something about it: approve it, post it, or look why it failed. */
  public boolean waits() {
    return isOpen() || state == LetterState.TO_BE_POSTED || mail != null && mail.stuck();
  }

  /** Whether the wording can still be changed. */
  public boolean isOpen() {
    return state == LetterState.DRAFT || state == LetterState.APPROVED;
  }
}
