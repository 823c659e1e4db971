package org.practicereview.security;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * The message of a log event, in which no one can forge a line: what follows a line break is
 * indented, and control characters are shown in code. Named in {@code logback-spring.xml}.
 */
public class IndentedMessage extends MessageConverter {

  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  @Override
  public String convert(ILoggingEvent event) {
    String message = String.valueOf(super.convert(event));
    String indented = LINE_BREAK.matcher(message).replaceAll("\n    ");
    return CONTROL
        .matcher(indented)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
