package org.practicereview.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcOutbox implements Outbox {

  private static final int LONGEST_REASON = 200;

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final Dispatcher dispatcher;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcOutbox(
      JdbcClient jdbc, OutboxRows rows, Dispatcher dispatcher, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.dispatcher = dispatcher;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String enqueue(OutgoingMail mail) {
    return jdbc.sql("select id from review.outbox where idempotency_key = ?")
        .param(mail.key())
        .query(String.class)
        .optional()
        .orElseGet(() -> insert(mail));
  }

  private String insert(OutgoingMail mail) {
    String id = UUID.randomUUID().toString();
    // Fixed once and for all, so that a receiving server can tell a second copy from a second mail.
    String messageId =
        "<" + id + "@" + mail.sender().substring(mail.sender().indexOf('@') + 1) + ">";
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into review.outbox
              (id, idempotency_key, message_id, case_reference, partnership, purpose, sender,
               sender_name, recipient, recipient_role, subject, body, state, reason, attempts,
               queued_at, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, ?)""")
        .params(
            id,
            mail.key(),
            messageId,
            mail.caseReference(),
            mail.partnership(),
            mail.purpose(),
            mail.sender(),
            mail.senderName(),
            mail.recipient(),
            mail.recipientRole(),
            mail.subject(),
            mail.text(),
            MailState.QUEUED.name(),
            now,
            now)
        .update();
    int position = 0;
    for (Attachment attachment : mail.attachments()) {
      jdbc.sql("insert into review.outbox_attachment values (?, ?, ?, ?, ?)")
          .params(id, position++, attachment.name(), attachment.mediaType(), attachment.reference())
          .update();
    }
    return id;
  }

  @Override
  public OutboxMail get(String id) {
    return rows.get(id);
  }

  @Override
  public List<OutboxMail> of(String caseReference) {
    return rows.of(caseReference);
  }

  @Override
  public List<OutboxMail> carrying(Collection<String> references) {
    return references.isEmpty() ? List.of() : rows.carrying(references);
  }

  @Override
  public List<OutboxMail> undelivered(String partnership) {
    return rows.undelivered(partnership);
  }

  @Override
  @Transactional
  public void retry(String id, String reason, String by) {
    String why = reasonGiven(reason);
    Instant now = clock.instant();
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'QUEUED', reason = '', attempts = 0, first_attempt_at = null,
                  next_attempt_at = ?, claimed_by = null, claimed_until = null
                where id = ? and (state in ('FAILED', 'UNKNOWN')
                  or (state = 'QUEUED' and (claimed_until is null or claimed_until < ?)))""")
            .params(now.atOffset(ZoneOffset.UTC), id, now.atOffset(ZoneOffset.UTC))
            .update();
    settled(id, changed, by, " is to be tried again: " + why);
  }

  @Override
  @Transactional
  public void cancel(String id, String reason, String by) {
    String why = reasonGiven(reason);
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'CANCELLED', reason = ?, claimed_by = null, claimed_until = null
                where id = ? and (state in ('FAILED', 'UNKNOWN')
                  or (state = 'QUEUED' and (claimed_until is null or claimed_until < ?)))""")
            .params(why, id, clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    settled(id, changed, by, " was cancelled: " + why);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public int sendDue() {
    return dispatcher.sendDue();
  }

  private void settled(String id, int changed, String by, String sentence) {
    OutboxMail mail = rows.get(id);
    if (changed == 0) {
      throw new IllegalStateException("This mail is " + mail.state().words());
    }
    audit.record(mail.caseReference(), by, describe(mail) + sentence);
  }

  static String describe(OutboxMail mail) {
    return "The mail \"" + mail.purpose() + "\" to " + mail.recipientRole();
  }

  private static String reasonGiven(String reason) {
    String why = MailText.oneLine(reason, LONGEST_REASON);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("Say why");
    }
    return why;
  }
}
