package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("The log")
class LogLinesTest {

  private static final String RULE =
      "<conversionRule conversionWord=\"m\" class=\"" + IndentedMessage.class.getName() + "\"/>";
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @Test
  @DisplayName("has no line that someone forged with what they typed")
  void noForgedLine() {
    String name =
        "forger\n2026-01-01T00:00:00.000Z  INFO 1 --- [main] forged: all is well\u001b[2J";
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ROOT.addAppender(events);
    try {
      ROOT.error("Failed login attempt for user {}", name);
    } finally {
      ROOT.detachAppender(events);
    }

    String written = asWritten(List.copyOf(events.list));
    assertThat(written).contains("forger", "all is well");
    assertThat(written.lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    assertThat(written).doesNotContain("\u001b[2J");
  }

  @Test
  @DisplayName("is written in production and in tests by the same rule")
  void sameRule() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/logback-spring.xml"))).contains(RULE);
    assertThat(Files.readString(Path.of("src/test/resources/logback-test.xml"))).contains(RULE);
  }

  /** What stands in the log, by the encoder that writes it. */
  private static String asWritten(List<ILoggingEvent> events) {
    Encoder<ILoggingEvent> encoder =
        ((OutputStreamAppender<ILoggingEvent>) ROOT.getAppender("CONSOLE")).getEncoder();
    return events.stream()
        .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }
}
