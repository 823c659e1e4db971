package org.practicereview.outbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;

/** Puts a mail together: plain text, enclosures, one recipient, no header from a form. */
final class MailWriter {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final ObjectProvider<AttachmentSource> attachments;
  private final Clock clock;

  MailWriter(ObjectProvider<AttachmentSource> attachments, Clock clock) {
    this.attachments = attachments;
    this.clock = clock;
  }

  TracedMessage write(Session session, ClaimedMail mail, Runnable begins)
      throws MessagingException {
    TracedMessage message = new TracedMessage(session, mail.messageId(), begins);
    try {
      message.setFrom(new InternetAddress(mail.sender(), mail.senderName(), UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", "en-GB");
    // Keeps out-of-office answers from coming back to the partnership's mailbox.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.attachments().isEmpty()) {
      message.setText(mail.text(), UTF_8);
    } else {
      message.setContent(withEnclosures(mail));
    }
    message.saveChanges();
    return message;
  }

  private MimeMultipart withEnclosures(ClaimedMail mail) throws MessagingException {
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    parts.addBodyPart(text);
    for (Attachment attachment : mail.attachments()) {
      byte[] content = attachments.getObject().content(attachment.reference());
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(content, attachment.mediaType())));
      part.setFileName(attachment.name());
      parts.addBodyPart(part);
    }
    return parts;
  }

  /** A message with a message id of its own that knows whether its content went on the wire. */
  static final class TracedMessage extends MimeMessage {

    private final String messageId;
    private final Runnable begins;
    private boolean contentHasBegun;

    TracedMessage(Session session, String messageId, Runnable begins) {
      super(session);
      this.messageId = messageId;
      this.begins = begins;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList)
        throws IOException, MessagingException {
      contentHasBegun = true;
      begins.run();
      super.writeTo(out, ignoreList);
    }

    boolean contentHasBegun() {
      return contentHasBegun;
    }
  }
}
