package org.practicereview.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.journey.TestDatabase;
import org.practicereview.refusals.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = OutboxSlice.class, properties = "practice-review.outbox.scheduled=false")
@ContextConfiguration(initializers = TestDatabase.class)
class OutboxTest {

  private static final String CASE = "SG-2026-0001";

  @Autowired Outbox outbox;
  @Autowired ClaimRows rows;
  @Autowired GatheredMail gathered;
  @Autowired MailServer server;
  @Autowired Leases leases;
  @Autowired Pace pace;
  @Autowired Installation installation;
  @Autowired AuditTrail audit;
  @Autowired JavaMailSenderImpl settings;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<ScriptedSmtpServer> scriptedServers = new ArrayList<>();

  @BeforeEach
  void start() {
    jdbc.sql("delete from review.outbox_attachment").update();
    jdbc.sql("delete from review.outbox_address").update();
    jdbc.sql("delete from review.outbox").update();
    settings.setHost("127.0.0.1");
    startMailServer();
  }

  @AfterEach
  void stop() throws Exception {
    mailServer.stop();
    for (ScriptedSmtpServer scripted : scriptedServers) {
      scripted.close();
    }
  }

  @Test
  void sendsPlainTextWithEnclosureToOneRecipient() throws Exception {
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));

    assertThat(outbox.sendDue()).isEqualTo(1);

    MimeMessage sent = mailServer.getReceivedMessages()[0];
    assertThat(sent.getAllRecipients()).hasSize(1);
    assertThat(sent.getSubject()).isEqualTo("SG-2026-0001: a letter for you");
    assertThat(sent.getFrom()[0].toString()).contains("business-manager@sgcp.example");
    assertThat(sent.getMessageID()).isEqualTo("<" + id + "@sgcp.example>");
    BodyPart enclosure = ((Multipart) sent.getContent()).getBodyPart(1);
    assertThat(enclosure.getFileName()).isEqualTo("letter.pdf");
    assertThat(enclosure.getInputStream().readAllBytes())
        .isEqualTo("content of document-1".getBytes());
    assertThat(outbox.get(id).state()).isEqualTo(MailState.ACCEPTED);
    assertThat(lastAudit()).endsWith("was taken by the mail server.");
  }

  @Test
  void aServerDownForADayLosesNothingAndSendsNothingTwice() throws Exception {
    for (int i = 0; i < 20; i++) {
      outbox.enqueue(mail("outage-" + i, "agency" + i + "@sgcp.example"));
    }
    mailServer.stop();
    for (int minute = 0; minute < 24 * 60; minute += 5) {
      assertThat(outbox.sendDue()).isZero();
      clock.pass(Duration.ofMinutes(5));
    }
    assertThat(outbox.undelivered(List.of("south-gloucestershire"), 0, 100))
        .hasSize(20)
        .allSatisfy(
            mail -> {
              assertThat(mail.state()).isEqualTo(MailState.QUEUED);
              assertThat(mail.reason()).isEqualTo("The mail server could not be reached");
              assertThat(mail.attempts()).isBetween(95, 99);
              assertThat(mail.age(clock.instant())).isEqualTo(Duration.ofDays(1));
            });

    startMailServer();
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofHours(1));
      outbox.sendDue();
    }

    assertThat(messageIds()).hasSize(20).doesNotHaveDuplicates();
    assertThat(outbox.undelivered(List.of("south-gloucestershire"), 0, 100)).isEmpty();
  }

  @Test
  void givesUpAfterAWeekAndSaysSo() {
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    mailServer.stop();
    for (int hour = 0; hour < 7 * 24 + 4; hour++) {
      outbox.sendDue();
      clock.pass(Duration.ofHours(1));
    }
    assertThat(outbox.get(id).state()).isEqualTo(MailState.FAILED);
    assertThat(outbox.get(id).reason()).startsWith("Given up after 7 days");
    assertThat(outbox.get(id).nextAttemptAt()).isNull();
  }

  @Test
  void twoNodesAtOnceSendEveryMailOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      outbox.enqueue(mail("pair-" + i, "agency" + i + "@sgcp.example"));
    }
    Dispatcher other = new Dispatcher(rows, gathered, server, leases, pace, installation);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> first = outbox::sendDue;
      Callable<Integer> second = other::sendDue;
      int sent = 0;
      for (Future<Integer> node : nodes.invokeAll(List.of(first, second))) {
        sent += node.get();
      }
      assertThat(sent).isEqualTo(60);
    } finally {
      nodes.shutdown();
    }
    assertThat(messageIds()).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void theSameKeyIsQueuedOnceOnly() {
    String first = outbox.enqueue(mail("same", "police@sgcp.example"));
    assertThat(outbox.enqueue(mail("same", "health@sgcp.example"))).isEqualTo(first);
    assertThat(outbox.of(CASE)).hasSize(1);
  }

  @Test
  void aMailOfARolledBackTransactionIsNotSent() {
    transactions.executeWithoutResult(
        status -> {
          outbox.enqueue(mail("rolled-back", "police@sgcp.example"));
          status.setRollbackOnly();
        });
    assertThat(outbox.sendDue()).isZero();
    assertThat(outbox.of(CASE)).isEmpty();
  }

  @Test
  void aConnectionLostAfterTheContentIsLeftToAPerson() throws Exception {
    ScriptedSmtpServer lossy = scripted(".", ScriptedSmtpServer.HANG_UP);
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    for (int day = 0; day < 3; day++) {
      outbox.sendDue();
      clock.pass(Duration.ofDays(1));
    }
    assertThat(lossy.contents()).isEqualTo(1);
    assertThat(outbox.get(id).state()).isEqualTo(MailState.UNKNOWN);

    settings.setPort(mailServer.getSmtp().getPort());
    outbox.retry(id, "The agency says that nothing came", "sg-manager");
    assertThat(outbox.sendDue()).isEqualTo(1);
    assertThat(messageIds()).containsExactly("<" + id + "@sgcp.example>");
  }

  @Test
  void aConnectionLostBeforeTheContentIsTriedAgain() throws Exception {
    for (String command : List.of("MAIL", "RCPT", "DATA")) {
      scripted(command, ScriptedSmtpServer.HANG_UP);
      String id = outbox.enqueue(mail("lost-" + command, "police@sgcp.example"));
      outbox.sendDue();
      assertThat(outbox.get(id).state()).as(command).isEqualTo(MailState.QUEUED);
    }
  }

  @Test
  void aRefusedAddressFailsWithTheReason() throws Exception {
    scripted("RCPT", "550 no such mailbox");
    String id = outbox.enqueue(mail("k", "nobody@sgcp.example"));
    outbox.sendDue();
    assertThat(outbox.get(id).state()).isEqualTo(MailState.FAILED);
    assertThat(outbox.get(id).reason())
        .isEqualTo("The mail server refused the address (answer 550)");
    assertThat(lastAudit()).contains("could not be sent");
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws Exception {
    scripted("RCPT", "451 try later");
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    outbox.sendDue();
    assertThat(outbox.get(id).state()).isEqualTo(MailState.QUEUED);
    assertThat(outbox.get(id).nextAttemptAt())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
  }

  @Test
  void aNodeThatDiesWhileSendingLeavesTheDecisionToAPerson() {
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    ClaimedMail claimed = rows.claim(id).orElseThrow();
    assertThat(rows.startSending(claimed)).isTrue();
    assertThat(rows.claim(id)).isEmpty();

    clock.pass(ClaimRows.LEASE.plusSeconds(1));

    assertThat(outbox.sendDue()).isZero();
    assertThat(outbox.get(id).state()).isEqualTo(MailState.UNKNOWN);
  }

  @Test
  void aNodeThatDiesBeforeSendingIsTakenOver() {
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    ClaimedMail claimed = rows.claim(id).orElseThrow();

    clock.pass(ClaimRows.LEASE.plusSeconds(1));

    assertThat(outbox.sendDue()).isEqualTo(1);
    assertThat(rows.startSending(claimed)).isFalse();
  }

  @Test
  void withoutAMailServerMailWaitsVisibly() {
    settings.setHost(null);
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));

    assertThat(outbox.sendDue()).isZero();

    assertThat(outbox.get(id).state()).isEqualTo(MailState.WAITING);
    assertThat(outbox.get(id).reason()).isEqualTo("No mail server is configured");
    assertThat(outbox.get(id).attempts()).isZero();
  }

  @Test
  void aPersonCancelsWithAReason() {
    String id = outbox.enqueue(mail("k", "police@sgcp.example"));
    assertThatThrownBy(() -> outbox.cancel(id, " ", "sg-manager")).hasMessage("Say why");

    outbox.cancel(id, "Sent by hand", "sg-manager");

    assertThat(outbox.sendDue()).isZero();
    assertThat(outbox.get(id).state()).isEqualTo(MailState.CANCELLED);
    assertThat(lastAudit()).endsWith("was cancelled: Sent by hand");
    assertThatThrownBy(() -> outbox.retry(id, "Again", "sg-manager"))
        .isInstanceOf(Refused.class)
        .hasMessage("This mail is cancelled");
  }

  @Test
  void aCorrectedAddressGetsTheMailAndTheFormerOneIsKept() throws Exception {
    scripted("RCPT", "550 no such mailbox");
    String id = outbox.enqueue(mail("k", "nobody@sgcp.example"));
    outbox.sendDue();
    assertThat(outbox.stuck())
        .containsExactly(new StuckMail("south-gloucestershire", CASE, 1, false));
    assertThat(outbox.stuckIn(List.of("south-gloucestershire", "essex"))).isEqualTo(1);
    assertThat(outbox.stuckIn(List.of("essex"))).isZero();
    assertThatThrownBy(() -> outbox.readdress(id, "nobody@sgcp.example", "Again", "sg-manager"))
        .hasMessageContaining("has already");

    settings.setPort(mailServer.getSmtp().getPort());
    outbox.readdress(id, "police@sgcp.example", "A slip of the pen", "sg-manager");
    assertThat(outbox.sendDue()).isEqualTo(1);

    assertThat(mailServer.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("police@sgcp.example");
    assertThat(
            jdbc.sql("select former from review.outbox_address where mail_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("nobody@sgcp.example");
    assertThat(outbox.stuck()).isEmpty();

    outbox.cameBack(id, "The mailbox is full", "sg-manager");
    assertThat(outbox.get(id).state()).isEqualTo(MailState.FAILED);
    assertThat(outbox.get(id).told(ZoneOffset.UTC)).isEmpty();
    assertThat(outbox.stuck()).hasSize(1);
  }

  @Test
  void urgentMailThatIsTriedInVainNeedsAPersonAfterAQuarterOfAnHour() {
    mailServer.stop();
    outbox.enqueue(mail("ordinary", "police@sgcp.example"));
    clock.pass(Duration.ofSeconds(1));
    OutgoingMail mail = mail("urgent", "health@sgcp.example");
    String urgent =
        outbox.enqueue(
            new OutgoingMail(
                mail.key(),
                mail.caseReference(),
                mail.partnership(),
                mail.purpose(),
                mail.sender(),
                mail.senderName(),
                mail.recipient(),
                mail.recipientRole(),
                mail.subject(),
                mail.text(),
                mail.attachments(),
                true));
    outbox.sendDue();
    clock.pass(Duration.ofMinutes(14));
    assertThat(outbox.stuck()).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    assertThat(outbox.stuck())
        .containsExactly(new StuckMail("south-gloucestershire", CASE, 1, true));
    assertThat(outbox.get(urgent).stuck()).isTrue();
    assertThat(outbox.undelivered(List.of("south-gloucestershire"), 0, 1))
        .extracting(OutboxMail::id)
        .containsExactly(urgent);
    assertThat(outbox.undelivered(List.of("essex", "south-gloucestershire"), 1, 50))
        .extracting(OutboxMail::key)
        .containsExactly("ordinary");
    assertThat(outbox.undeliveredIn(List.of("essex", "south-gloucestershire"))).isEqualTo(2);
    assertThat(outbox.undeliveredIn(List.of("essex"))).isZero();
    assertThat(outbox.undelivered(List.of(), 0, 50)).isEmpty();
  }

  @Test
  void severalAreSettledTogetherOrNotAtAll() {
    String first = outbox.enqueue(mail("a", "police@sgcp.example"));
    String second = outbox.enqueue(mail("b", "health@sgcp.example"));
    outbox.cancel(second, "Not needed", "sg-manager");
    assertThatThrownBy(
            () ->
                outbox.each(
                    List.of(first, second), id -> outbox.retry(id, "All again", "sg-manager")))
        .hasMessage("This mail is cancelled");
    assertThat(lastAudit()).endsWith("was cancelled: Not needed");
  }

  @Test
  void whatWasGatheredForOnePersonGoesInOneMailWhenItsTimeHasCome() throws Exception {
    String first = gather("g1", "SG-2026-0001", "head@sgcp.example");
    String second = gather("g2", "SG-2026-0002", "head@sgcp.example");
    gather("g2", "SG-2026-0002", "head@sgcp.example");
    String alone = gather("g3", "SG-2026-0002", "police@sgcp.example");
    assertThat(outbox.sendDue()).isZero();
    assertThat(outbox.get(first).state()).isEqualTo(MailState.GATHERING);

    clock.pass(Duration.ofMinutes(10));
    assertThat(outbox.sendDue()).isEqualTo(2);
    assertThat(outbox.sendDue()).isZero();

    List<MimeMessage> sent = Arrays.asList(mailServer.getReceivedMessages());
    assertThat(sent)
        .extracting(MimeMessage::getSubject)
        .containsExactlyInAnyOrder(
            "Deadlines that have passed (2)", "SG-2026-0002: a deadline has passed");
    MimeMessage summary =
        sent.get(0).getSubject().startsWith("Deadlines") ? sent.get(0) : sent.get(1);
    assertThat(summary.getAllRecipients()[0]).hasToString("head@sgcp.example");
    assertThat(summary.getContent().toString())
        .containsSubsequence("In case SG-2026-0001 a", "In case SG-2026-0002 a", "kept in full")
        .doesNotContain("The work goes on");
    assertThat(List.of(first, second, alone))
        .extracting(id -> outbox.get(id).state())
        .containsOnly(MailState.ACCEPTED);
    assertThat(outbox.undelivered(List.of("south-gloucestershire"), 0, 100)).isEmpty();
    assertThatThrownBy(() -> outbox.retry(first, "Again", "sg-manager"))
        .isInstanceOf(Refused.class);
  }

  private String gather(String key, String reference, String recipient) {
    OutgoingMail mail =
        new OutgoingMail(
            key,
            reference,
            "south-gloucestershire",
            "A deadline has passed",
            "business-manager@sgcp.example",
            "South Gloucestershire Children's Partnership",
            recipient,
            "Head of safeguarding",
            reference + ": a deadline has passed",
            "In case " + reference + " a deadline has passed.\n\nThe work goes on.\n",
            List.of());
    return outbox.gather(
        mail, "Deadlines that have passed", clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void lineBreaksMakeNoSecondHeader() throws Exception {
    outbox.enqueue(
        new OutgoingMail(
            "crlf",
            CASE,
            "south-gloucestershire",
            "A letter",
            "business-manager@sgcp.example",
            "Partnership\r\nBcc: a@b.example",
            "police@sgcp.example",
            "police\r\nBcc: a@b.example",
            "Subject\r\nBcc: evil@x.example\u2028X: y",
            "text",
            List.of(new Attachment("../a\r\nb\u202Efdp.pdf", "application/pdf", "d"))));
    outbox.sendDue();

    MimeMessage sent = mailServer.getReceivedMessages()[0];
    assertThat(sent.getHeader("Bcc")).isNull();
    assertThat(sent.getHeader("X")).isNull();
    assertThat(sent.getSubject()).isEqualTo("Subject Bcc: evil@x.example X: y");
    assertThat(((Multipart) sent.getContent()).getBodyPart(1).getFileName())
        .isEqualTo("-a b fdp.pdf");
  }

  @Test
  void refusesWhatIsNotPlainlyOneAddress() {
    for (String bad :
        List.of(
            "",
            "police",
            "a@b.example,evil@x.example",
            "a@b.example\r\nBcc: evil@x.example",
            "Police <a@b.example>",
            "a@b.exаmple",
            "a b@c.example",
            "a@b",
            "\"a b\"@c.example",
            "x".repeat(250) + "@c.example")) {
      assertThatThrownBy(() -> mail("k", bad))
          .as(bad)
          .isInstanceOf(Refused.class)
          .hasMessageEndingWith("is not one e-mail address");
    }
  }

  private OutgoingMail mail(String key, String recipient) {
    return new OutgoingMail(
        key,
        CASE,
        "south-gloucestershire",
        "A letter for you",
        "business-manager@sgcp.example",
        "South Gloucestershire Children's Partnership",
        recipient,
        "the police",
        "SG-2026-0001: a letter for you",
        "A letter is enclosed.\n",
        List.of(new Attachment("letter.pdf", "application/pdf", "document-1")));
  }

  private void startMailServer() {
    mailServer.start();
    settings.setPort(mailServer.getSmtp().getPort());
  }

  @SuppressWarnings("resource") // closed after each test
  private ScriptedSmtpServer scripted(String command, String answer) throws Exception {
    ScriptedSmtpServer scripted = new ScriptedSmtpServer(command, answer);
    scriptedServers.add(scripted);
    settings.setPort(scripted.port());
    return scripted;
  }

  private List<String> messageIds() throws Exception {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : Arrays.asList(mailServer.getReceivedMessages())) {
      ids.add(message.getMessageID());
    }
    return ids;
  }

  private String lastAudit() {
    List<AuditEntry> trail = audit.of(CASE);
    return trail.get(trail.size() - 1).sentence();
  }
}
