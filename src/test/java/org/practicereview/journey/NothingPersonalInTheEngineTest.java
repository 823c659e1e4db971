package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrail;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A name typed into every field of every form")
class NothingPersonalInTheEngineTest extends StoryTest {

  private static final Canary CANARY = new Canary("Zaphira Quenchwell");

  @Test
  @DisplayName(
      "is in the case file, and neither in the engine's tables, nor in logs, nor in subjects")
  void stays() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    root.info("The story begins");
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20").writtenBy(CANARY::in);
    try {
      SouthGloucestershireJourneyTest.tell(story);
      Chapters.scoped(Chapters.commissioned(story)).goesOnUntil("answerComments");
      // No one may change the words of a comment in the answer to it.
      story
          .writtenBy(UnaryOperator.identity())
          .does("reviewer", "answerComments")
          .writtenBy(CANARY::in)
          .goesOnUntil("publishReport");
      story
          .presses("la", "withdrawal", with("reasons", CANARY.word() + " was not harmed."))
          .expect(200);
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }

    assertThat(placesWith("REVIEW", CANARY.word())).contains("FORM_ANSWERS.ANSWERS");
    assertThat(placesWith("PUBLIC", story.reference)).contains("ACT_RU_EXECUTION.BUSINESS_KEY_");
    assertThat(placesWith("PUBLIC", CANARY.word())).isEmpty();
    assertThat(placesWith("PUBLIC", CANARY.word().replace(' ', '.'))).isEmpty();

    assertThat(log.list).isNotEmpty().noneMatch(event -> said(event).contains("Quenchwell"));
    assertThat(story.desk.the(AuditTrail.class).of(story.reference))
        .isNotEmpty()
        .noneMatch(entry -> entry.sentence().contains("Quenchwell"));
    List<Map<String, Object>> mails =
        jdbc()
            .queryForList(
                "select subject, body, recipient_role from review.outbox where case_reference = ?",
                story.reference);
    assertThat(mails)
        .hasSizeGreaterThan(10)
        .noneMatch(mail -> mail.get("SUBJECT").toString().contains("Quenchwell"))
        .filteredOn(mail -> !mail.get("RECIPIENT_ROLE").equals("the referrer"))
        .noneMatch(mail -> mail.get("BODY").toString().contains("Quenchwell"));
  }

  /** Every column of every table of a schema that holds the text, as table.column. */
  private List<String> placesWith(String schema, String text) {
    List<String> places = new ArrayList<>();
    String wanted = text.toLowerCase(Locale.ROOT);
    for (String table :
        jdbc()
            .queryForList(
                "select table_name from information_schema.tables where table_schema = ?",
                String.class,
                schema)) {
      for (Map<String, Object> row :
          jdbc().queryForList("select * from " + schema + ".\"" + table + "\"")) {
        row.forEach(
            (column, value) -> {
              if (text(value).toLowerCase(Locale.ROOT).contains(wanted)) {
                places.add(table + "." + column);
              }
            });
      }
    }
    return places.stream().distinct().toList();
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }

  private static String said(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private JdbcTemplate jdbc() {
    return desk.the(JdbcTemplate.class);
  }
}
