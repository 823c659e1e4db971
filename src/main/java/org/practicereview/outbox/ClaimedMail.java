package org.practicereview.outbox;

import java.time.Instant;
import java.util.List;

/** A mail that this node has in hand, with all that goes over the wire. */
record ClaimedMail(
    String id,
    String token,
    String messageId,
    String caseReference,
    String purpose,
    String sender,
    String senderName,
    String recipient,
    String recipientRole,
    String subject,
    String text,
    int attempts,
    Instant firstAttemptAt,
    List<Attachment> attachments) {}
