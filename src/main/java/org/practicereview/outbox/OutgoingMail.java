package org.practicereview.outbox;

import java.util.List;

/**
 * A mail to one recipient. Control characters are taken out of everything that becomes a header; an
 * address that is not plainly one address is refused.
 *
 * @param key what makes this mail this mail: the same key is queued once only
 * @param caseReference the case it is about
 * @param partnership partnership id
 * @param purpose what it is, in words without personal data, for lists and the audit trail
 * @param sender mailbox of the partnership
 * @param senderName name beside it
 * @param recipient address of the recipient
 * @param recipientRole who that is, by role or organisation, never by a person's name
 * @param subject subject line; must not name a person
 * @param text plain text
 * @param attachments enclosures
 * @param urgent whether a person must see to it at once when it cannot be delivered: a child's
 *     safety, or what the law demands, hangs on it
 */
public record OutgoingMail(
    String key,
    String caseReference,
    String partnership,
    String purpose,
    String sender,
    String senderName,
    String recipient,
    String recipientRole,
    String subject,
    String text,
    List<Attachment> attachments,
    boolean urgent) {

  /** A mail that is not urgent. */
  public OutgoingMail(
      String key,
      String caseReference,
      String partnership,
      String purpose,
      String sender,
      String senderName,
      String recipient,
      String recipientRole,
      String subject,
      String text,
      List<Attachment> attachments) {
    this(
        key,
        caseReference,
        partnership,
        purpose,
        sender,
        senderName,
        recipient,
        recipientRole,
        subject,
        text,
        attachments,
        false);
  }

  /**
   * @throws org.practicereview.refusals.Refused in plain words, if an address is not one address
   */
  public OutgoingMail {
    sender = MailText.address(sender);
    recipient = MailText.address(recipient);
    senderName = MailText.oneLine(senderName, 200);
    recipientRole = MailText.oneLine(recipientRole, 200);
    purpose = MailText.oneLine(purpose, 200);
    subject = MailText.oneLine(subject, 200);
    text = MailText.lines(text);
    attachments = List.copyOf(attachments);
  }
}
