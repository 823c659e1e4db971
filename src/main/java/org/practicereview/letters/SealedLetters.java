package org.practicereview.letters;

import java.util.List;
import java.util.Locale;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.ReportSealed;
import org.practicereview.casefile.SealedReport;
import org.practicereview.casefile.Seals;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that carried a report which is sealed now: no one reads them any more, those that have
 * not gone do not go, and mail that waits with the report is stopped.
 */
@Component
class SealedLetters {

  private static final String SEALED = "SEALED";
  private static final String WHY = "The report that goes with it is sealed";

  private final LetterRows rows;
  private final LetterTemplates templates;
  private final Outbox outbox;
  private final Documents documents;
  private final Seals seals;
  private final AuditTrail audit;

  SealedLetters(
      LetterRows rows,
      LetterTemplates templates,
      Outbox outbox,
      Documents documents,
      Seals seals,
      AuditTrail audit) {
    this.rows = rows;
    this.templates = templates;
    this.outbox = outbox;
    this.documents = documents;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * Lets a letter pass that is under no seal.
   *
   * @throws SealedReport if it is
   */
  void check(Letter letter) {
    if (seals.isSealed(letter.caseReference()) && carriesReport(letter)) {
      throw new SealedReport();
    }
  }

  private boolean carriesReport(Letter letter) {
    LetterTemplate template = templates.get(letter.template());
    return seals.concerns(rows.enclosures(letter.id()))
        || seals.concernsAnswers(template.required())
        || seals.concernsAnswers(template.optional())
        || letter.documentId() != null
            && documents.get(letter.documentId()).accessClass().equals(SEALED);
  }

  /**
   * Follows the seal.
   *
   * @throws org.practicereview.refusals.Refused if a mail with the report is being handed over at
   *     this moment; the seal is tried again then
   */
  @EventListener
  @Transactional
  public void sealed(ReportSealed event) {
    String reference = event.caseReference();
    List<String> carriers =
        outbox.carrying(sealedFiles(reference)).stream().map(OutboxMail::id).toList();
    for (Letter letter : rows.of(reference)) {
      boolean mailed = letter.mail() != null && carriers.contains(letter.mail().id());
      if (mailed || carriesReport(letter)) {
        putUnderSeal(letter, event.by());
      }
    }
    // The letters themselves are under the seal by now, and so is the mail that carries them.
    outbox.carrying(sealedFiles(reference)).stream()
        .filter(
            mail ->
                !List.of(MailState.ACCEPTED, MailState.TOLD_OTHERWISE, MailState.CANCELLED)
                    .contains(mail.state()))
        .forEach(mail -> outbox.cancel(mail.id(), WHY, event.by()));
  }

  private List<String> sealedFiles(String caseReference) {
    return documents.of(caseReference).stream()
        .filter(document -> document.accessClass().equals(SEALED))
        .map(Document::id)
        .toList();
  }

  private void putUnderSeal(Letter letter, String by) {
    if (letter.documentId() != null) {
      seals.include(letter.caseReference(), letter.documentId());
    }
    List<LetterState> notGone =
        List.of(LetterState.DRAFT, LetterState.APPROVED, LetterState.TO_BE_POSTED);
    if (rows.moved(letter.id(), notGone, LetterState.DISCARDED, by)) {
      audit.record(
          letter.caseReference(),
          by,
          "The letter \"%s\" to %s was discarded: %s."
              .formatted(letter.title(), letter.recipientRole(), WHY.toLowerCase(Locale.UK)));
    }
  }
}
