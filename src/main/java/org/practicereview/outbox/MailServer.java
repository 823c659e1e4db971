package org.practicereview.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of the installation, if there is one. */
@Component
class MailServer {

  /** Without these, one silent server would hold a dispatcher for ever. In milliseconds. */
  private static final Map<String, String> TIME_OUTS =
      Map.of(
          "mail.smtp.connectiontimeout", "10000",
          "mail.smtp.timeout", "30000",
          "mail.smtp.writetimeout", "30000");

  private final JavaMailSenderImpl settings;
  private final MailWriter writer;

  MailServer(
      ObjectProvider<JavaMailSenderImpl> settings,
      ObjectProvider<AttachmentSource> attachments,
      Clock clock) {
    this.settings = settings.getIfAvailable();
    this.writer = new MailWriter(attachments, clock);
    if (isConfigured()) {
      TIME_OUTS.forEach(this.settings.getJavaMailProperties()::putIfAbsent);
    }
  }

  boolean isConfigured() {
    return settings != null && settings.getHost() != null && !settings.getHost().isBlank();
  }

  Connection connection() {
    return new Connection();
  }

  /** One connection for many mails; opened when first needed, and again after it broke. */
  final class Connection implements AutoCloseable {

    private Transport transport;
    private String unreachable;

    private Connection() {}

    /** Whether the server can be talked to; asked once only, so that an outage costs one try. */
    boolean open() {
      if (unreachable != null || (transport != null && transport.isConnected())) {
        return unreachable == null;
      }
      try {
        transport =
            settings
                .getSession()
                .getTransport(settings.getProtocol() == null ? "smtp" : settings.getProtocol());
        transport.connect(
            settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
      } catch (MessagingException e) {
        unreachable = SmtpAnswers.whyNotConnected(e);
      }
      return unreachable == null;
    }

    String whyNot() {
      return unreachable;
    }

    Delivery send(ClaimedMail mail) {
      MailWriter.TracedMessage message;
      try {
        message = writer.write(settings.getSession(), mail);
      } catch (MessagingException | RuntimeException e) {
        return Delivery.refused("The mail could not be put together");
      }
      try {
        transport.sendMessage(message, message.getAllRecipients());
        return Delivery.accepted();
      } catch (MessagingException e) {
        return SmtpAnswers.read(e, message.contentHasBegun());
      }
    }

    @Override
    public void close() {
      try {
        if (transport != null) {
          transport.close();
        }
      } catch (MessagingException e) {
        // The goodbye failed; all mails have had their answer before.
        transport = null;
      }
    }
  }
}
