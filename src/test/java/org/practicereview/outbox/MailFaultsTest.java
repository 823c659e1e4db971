package org.practicereview.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = OutboxSlice.class,
    properties = {"practice-review.outbox.scheduled=false", "practice-review.outbox.renew=PT0.2S"})
@ContextConfiguration(initializers = TestDatabase.class)
@DisplayName("Where a mail server is slow, strict or just back, mail")
class MailFaultsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Autowired private Outbox outbox;
  @Autowired private ClaimRows rows;
  @Autowired private GatheredMail gathered;
  @Autowired private Leases leases;
  @Autowired private Pace pace;
  @Autowired private Installation installation;
  @Autowired private JavaMailSenderImpl settings;
  @Autowired private ObjectProvider<JavaMailSenderImpl> sender;
  @Autowired private ObjectProvider<AttachmentSource> attachments;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void begin() {
    jdbc.sql("delete from review.outbox").update();
    settings.setHost("127.0.0.1");
    settings.setJavaMailProperties(new Properties());
    clock.pass(Duration.ofHours(1));
  }

  @Test
  @DisplayName("is taken although the answer to its content takes longer than that to a command")
  void slowAfterTheContent() throws Exception {
    settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "400");
    try (ScriptedSmtpServer slow = server("NOOP", "250 ok")) {
      slow.thinks(Duration.ofMillis(1500));
      String first = enqueue("first", false);
      String second = enqueue("second", false);
      assertThat(outbox.sendDue()).isEqualTo(2);
      assertThat(outbox.get(first).state()).isEqualTo(MailState.ACCEPTED);
      assertThat(outbox.get(second).state()).isEqualTo(MailState.ACCEPTED);
    }
  }

  @Test
  @DisplayName("stays in the hands of the node whose mail server thinks for long")
  void leaseIsRenewed() throws Exception {
    try (ScriptedSmtpServer slow = server("NOOP", "250 ok")) {
      CountDownLatch answer = slow.thinks(LONG);
      String id = enqueue("slow", false);
      CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(outbox::sendDue);
      for (int i = 0; i < 3; i++) {
        await().until(() -> slow.contents() == 1);
        clock.pass(ClaimRows.LEASE.minusSeconds(1));
        await().until(() -> isHeldFor(id, ClaimRows.LEASE.minusSeconds(1)));
        rows.giveUpDeadNodes();
        assertThat(outbox.get(id).state()).isEqualTo(MailState.SENDING);
      }
      answer.countDown();
      assertThat(sending.get(1, TimeUnit.MINUTES)).isEqualTo(1);
      assertThat(outbox.get(id).state()).isEqualTo(MailState.ACCEPTED);
    }
  }

  @Test
  @DisplayName("goes again later after an answer 4xx to its content, and to a person after 5xx")
  void answersToTheContent() throws Exception {
    String id = enqueue("answers", false);
    try (ScriptedSmtpServer busy = server(".", "451 the disk is full")) {
      outbox.sendDue();
      assertThat(busy.contents()).isOne();
      assertThat(outbox.get(id).state()).isEqualTo(MailState.QUEUED);
    }
    clock.pass(Duration.ofMinutes(1));
    try (ScriptedSmtpServer strict = server(".", "554 this looks like rubbish")) {
      outbox.sendDue();
      assertThat(strict.contents()).isOne();
      assertThat(outbox.get(id).state()).isEqualTo(MailState.FAILED);
      assertThat(outbox.get(id).reason()).contains("answer 554");
    }
  }

  @Test
  @DisplayName(
      "that waited goes ten in a minute, from all nodes, urgent mail first, new mail at once")
  void paceAfterAnOutage() {
    settings.setPort(1);
    List<String> waiting =
        IntStream.range(0, 24).mapToObj(i -> enqueue("waits-" + i, i == 23)).toList();
    assertThat(outbox.sendDue()).isZero();
    clock.pass(Duration.ofDays(1));
    GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mailServer.start();
    try {
      settings.setPort(mailServer.getSmtp().getPort());
      String fresh = enqueue("fresh", false);
      Dispatcher other = dispatcher(new MailServer(sender, attachments, clock, "off"));
      assertThat(outbox.sendDue() + other.sendDue()).isEqualTo(11);
      assertThat(outbox.get(fresh).state()).isEqualTo(MailState.ACCEPTED);
      assertThat(outbox.get(waiting.get(23)).state()).isEqualTo(MailState.ACCEPTED);
      assertThat(outbox.sendDue()).isZero();
      clock.pass(Duration.ofMinutes(1));
      assertThat(other.sendDue() + outbox.sendDue()).isEqualTo(10);
      clock.pass(Duration.ofMinutes(1));
      assertThat(outbox.sendDue()).isEqualTo(4);
      assertThat(mailServer.getReceivedMessages()).hasSize(25);
    } finally {
      mailServer.stop();
    }
  }

  @Test
  @DisplayName("waits and says why where encryption is required and the server offers none")
  void encryption() throws Exception {
    try (ScriptedSmtpServer plain = server("NOOP", "250 ok")) {
      String id = enqueue("secret", false);
      assertThat(dispatcher(new MailServer(sender, attachments, clock, "required")).sendDue())
          .isZero();
      assertThat(plain.contents()).isZero();
      assertThat(outbox.get(id).state()).isEqualTo(MailState.QUEUED);
      assertThat(outbox.get(id).reason()).isEqualTo("The mail server offers no encryption");
    }
  }

  private Dispatcher dispatcher(MailServer server) {
    return new Dispatcher(rows, gathered, server, leases, pace, installation);
  }

  private boolean isHeldFor(String id, Duration time) {
    return jdbc.sql("select count(*) from review.outbox where id = ? and claimed_until > ?")
            .params(id, clock.instant().plus(time).atOffset(java.time.ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        == 1;
  }

  private ScriptedSmtpServer server(String command, String answer) throws Exception {
    ScriptedSmtpServer server = new ScriptedSmtpServer(command, answer);
    settings.setPort(server.port());
    return server;
  }

  private String enqueue(String key, boolean urgent) {
    return outbox.enqueue(
        new OutgoingMail(
            key,
            "SG-2026-0001",
            "south-gloucestershire",
            "A letter for you",
            "business-manager@sgcp.example",
            "South Gloucestershire Children's Partnership",
            "police@sgcp.example",
            "the police",
            "SG-2026-0001: a letter for you",
            "A letter.\n",
            List.of(),
            urgent));
  }
}
