package org.practicereview.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Says in words what a mail server's answer means for a mail. */
final class SmtpAnswers {

  private static final int TEMPORARY = 400;
  private static final int PERMANENT = 500;
  private static final int BEYOND = 600;

  private SmtpAnswers() {}

  static String whyNotConnected(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return "The mail server refused the sign-in of this service";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return "The encryption that the mail server offers could not be trusted";
      }
      if (Objects.toString(cause.getMessage(), "").contains("STARTTLS is required")) {
        return "The mail server offers no encryption";
      }
    }
    return "The mail server could not be reached";
  }

  /**
   * Reads why a mail was not taken.
   *
   * @param contentHasBegun whether any of the content went to the server: from then on, only an
   *     answer of the server tells whether it kept it
   */
  static Delivery read(MessagingException failure, boolean contentHasBegun) {
    int code = 0;
    boolean address = false;
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPAddressFailedException refused) {
        code = refused.getReturnCode();
        address = true;
      } else if (e instanceof SMTPSenderFailedException refused) {
        code = code == 0 ? refused.getReturnCode() : code;
      } else if (e instanceof SMTPSendFailedException refused) {
        code = code == 0 ? refused.getReturnCode() : code;
      }
    }
    if (code >= PERMANENT && code < BEYOND) {
      return Delivery.refused(
          (address ? "The mail server refused the address" : "The mail server refused the mail")
              + " (answer "
              + code
              + ")");
    }
    if (code >= TEMPORARY && code < PERMANENT) {
      return Delivery.later("The mail server asked to try again later (answer " + code + ")");
    }
    return contentHasBegun
        ? Delivery.unknown("The connection was lost while the mail server was taking this")
        : Delivery.later("The connection to the mail server was lost");
  }
}
