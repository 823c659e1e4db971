package org.practicereview.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.practicereview.refusals.Refused;

/** Makes text safe to be put into a mail: no second header, no second recipient, no disguise. */
public final class MailText {

  private static final int LONGEST_ADDRESS = 254;

  /** Control and line-breaking characters, and those that turn the reading direction around. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}\\u0085]+");

  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\\\/:*?\"<>|;]+");

  private MailText() {}

  /** Whether {@code text} is plainly one address, so that a mail to it can be queued. */
  public static boolean isAddress(String text) {
    if (text == null
        || text.length() > LONGEST_ADDRESS
        || !PLAIN_ADDRESS.matcher(text).matches()
        || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      return false;
    }
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  static String address(String text) {
    if (!isAddress(text)) {
      throw new Refused("\"" + oneLine(text, 80) + "\" is not one e-mail address");
    }
    return text;
  }

  static String oneLine(String text, int longest) {
    String line =
        INVISIBLE.matcher(text == null ? "" : text).replaceAll(" ").replaceAll(" +", " ").strip();
    return line.length() > longest ? line.substring(0, longest) : line;
  }

  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
  }

  static String fileName(String name) {
    String safe = NOT_IN_FILE_NAMES.matcher(oneLine(name, 150)).replaceAll("-");
    return safe.replaceAll("\\.{2,}", ".").replaceAll("^[.\\s]+", "");
  }
}
