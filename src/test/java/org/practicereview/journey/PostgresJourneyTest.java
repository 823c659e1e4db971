package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.practicereview.invariants.Invariants.Arrived;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@Tag("postgres")
@DisplayName("On a real PostgreSQL, with a real mail server,")
@TestPropertySource(
    properties = {
      "practice-review.test-database=postgres",
      "practice-review.outbox.scheduled=false"
    })
class PostgresJourneyTest extends StoryTest {

  private static final GreenMail MAIL_SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry settings) {
    MAIL_SERVER.start();
    settings.add("spring.mail.host", () -> "localhost");
    settings.add("spring.mail.port", () -> MAIL_SERVER.getSmtp().getPort());
  }

  @AfterAll
  static void stop() {
    MAIL_SERVER.stop();
  }

  @Test
  @DisplayName("the journey of South Gloucestershire is the same, and every letter arrives once")
  void journey() throws MessagingException {
    assertThat(desk.the(JdbcTemplate.class).queryForObject("select version()", String.class))
        .startsWith("PostgreSQL");
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20");
    SouthGloucestershireJourneyTest.tell(story);

    Outbox outbox = desk.the(Outbox.class);
    while (outbox.sendDue() > 0) {
      assertThat(outbox.of(story.reference)).isNotEmpty();
    }
    List<OutboxMail> sent = outbox.of(story.reference);
    assertThat(sent).allMatch(mail -> mail.state() == MailState.ACCEPTED);
    List<MimeMessage> arrived = Arrays.asList(MAIL_SERVER.getReceivedMessages());
    assertThat(arrived).hasSameSizeAs(sent).hasSizeGreaterThan(20);
    for (MimeMessage mail : arrived) {
      assertThat(mail.getSubject()).contains(story.reference).doesNotContain("Robin", "Sample");
      assertThat(mail.getAllRecipients()).hasSize(1);
    }
    invariantsHold(story);
    assertThat(invariants().broken(sink(arrived))).isEmpty();
    assertThat(arrived)
        .extracting(GreenMailUtil::getWholeMessage)
        .anySatisfy(
            mail ->
                assertThat(mail)
                    .contains("named.nurse@invented-health.example", "application/pdf"));
  }

  @Test
  @DisplayName("the first ten referrals of a year, sent at once, get ten references")
  void firstOfAYear() throws Exception {
    FirstReferences.tenAtOnce(story(ESSEX, "2029-03-05"), story(STAFFORDSHIRE, "2029-03-05"));
  }

  @Test
  @DisplayName("whoever waits for a transaction that hangs is told so in plain words")
  void busy() throws Exception {
    BusyDatabase.answersInPlainWords(story(STAFFORDSHIRE, "2026-05-11"));
  }

  private static List<Arrived> sink(List<MimeMessage> arrived) throws MessagingException {
    List<Arrived> sink = new ArrayList<>();
    for (MimeMessage mail : arrived) {
      sink.add(
          new Arrived(
              mail.getMessageID(),
              mail.getAllRecipients()[0].toString(),
              mail.getSubject(),
              GreenMailUtil.getWholeMessage(mail)));
    }
    return sink;
  }
}
