package org.practicereview.outbox;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a new mail, due at once, into the outbox. */
final class OutboxInsert {

  private OutboxInsert() {}

  static void insert(JdbcClient jdbc, OutgoingMail mail, String id, OffsetDateTime now) {
    // Fixed once and for all, so that a receiving server can tell a second copy from a second mail.
    String messageId =
        "<" + id + "@" + mail.sender().substring(mail.sender().indexOf('@') + 1) + ">";
    jdbc.sql(
            """
            insert into review.outbox
              (id, idempotency_key, message_id, case_reference, partnership, purpose, sender,
               sender_name, recipient, recipient_role, subject, body, state, reason, attempts,
               queued_at, next_attempt_at, urgent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, ?, ?)""")
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
            now,
            mail.urgent())
        .update();
    int position = 0;
    for (Attachment attachment : mail.attachments()) {
      jdbc.sql("insert into review.outbox_attachment values (?, ?, ?, ?, ?)")
          .params(id, position++, attachment.name(), attachment.mediaType(), attachment.reference())
          .update();
    }
  }
}
