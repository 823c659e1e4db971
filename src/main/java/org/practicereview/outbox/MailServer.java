package org.practicereview.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of the installation, if there is one. */
@Component
class MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

  private final JavaMailSenderImpl settings;
  private final MailWriter writer;
  private final boolean required;

  MailServer(
      ObjectProvider<JavaMailSenderImpl> settings,
      ObjectProvider<AttachmentSource> attachments,
      Clock clock,
      @Value("${practice-review.mail-encryption:off}") String encryption) {
    this.settings = settings.getIfAvailable();
    this.writer = new MailWriter(attachments, clock);
    this.required = encryption.equals("required");
    if (isConfigured() && !required) {
      LOG.warn(
          "Mail may travel to the mail server without encryption: practice-review.mail-encryption"
              + " is not \"required\".");
    }
  }

  boolean isConfigured() {
    return settings != null && settings.getHost() != null && !settings.getHost().isBlank();
  }

  Connection connection() {
    return new Connection();
  }

  private String protocol() {
    return settings.getProtocol() == null ? "smtp" : settings.getProtocol();
  }

  /** The settings of the installation, and what it does not say. */
  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(settings.getJavaMailProperties());
    String prefix = "mail." + protocol() + ".";
    if (required) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
      properties.putIfAbsent(prefix + "ssl.checkserveridentity", "true");
    }
    return properties;
  }

  /** One connection for many mails; opened when first needed, and again after it broke. */
  final class Connection implements AutoCloseable {

    private Session session;
    private MailTimeOuts timeOuts;
    private Transport transport;
    private String unreachable;

    private Connection() {}

    /** Whether the server can be talked to; asked once only, so that an outage costs one try. */
    boolean open() {
      if (unreachable != null || (transport != null && transport.isConnected())) {
        return unreachable == null;
      }
      try {
        Properties properties = properties();
        timeOuts = MailTimeOuts.of(protocol(), properties);
        session = Session.getInstance(properties);
        transport = session.getTransport(protocol());
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
        message = writer.write(session, mail, timeOuts::contentBegins);
      } catch (MessagingException | RuntimeException e) {
        return Delivery.refused("The mail could not be put together");
      }
      try {
        transport.sendMessage(message, message.getAllRecipients());
        return Delivery.accepted();
      } catch (MessagingException e) {
        return SmtpAnswers.read(e, message.contentHasBegun());
      } finally {
        timeOuts.contentEnds();
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
