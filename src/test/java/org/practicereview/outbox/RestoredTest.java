package org.practicereview.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.journey.TestDatabase;
import org.practicereview.outbox.Installation.State;
import org.practicereview.refusals.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = OutboxSlice.class, properties = "practice-review.outbox.scheduled=false")
@ContextConfiguration(initializers = TestDatabase.class)
@DisplayName("A database that was restored elsewhere")
class RestoredTest {

  private static final List<String> PARTNERSHIPS = List.of("south-gloucestershire");

  @Autowired private Outbox outbox;
  @Autowired private ClaimRows rows;
  @Autowired private GatheredMail gathered;
  @Autowired private MailServer server;
  @Autowired private Leases leases;
  @Autowired private Pace pace;
  @Autowired private AuditTrail audit;
  @Autowired private JavaMailSenderImpl settings;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private String before;

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void dumped() {
    jdbc.sql("delete from review.outbox").update();
    before = jdbc.sql("select id from review.installation").query(String.class).single();
    jdbc.sql("delete from review.installation").update();
    mailServer.start();
    settings.setHost("127.0.0.1");
    settings.setPort(mailServer.getSmtp().getPort());
    started("", "old");
    for (int i = 0; i < 5; i++) {
      outbox.enqueue(mail("waits-" + i));
    }
    outbox.gather(mail("gathered"), "Reminders", clock.instant().plus(Duration.ofMinutes(10)));
    clock.pass(Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    mailServer.stop();
    jdbc.sql("update review.installation set id = ?, is_copy = false").param(before).update();
  }

  @Test
  @DisplayName("sends nothing until an administrator says what it is, and tells that it is held")
  void held() {
    Installation restored = started("", "new");
    assertThat(restored.state()).isEqualTo(State.OF_ANOTHER);
    assertThat(restored.held()).isEqualTo(6);
    assertThat(sends(restored)).isZero();
    assertThat(new OutboxRows(jdbc, server, restored, clock).undelivered(PARTNERSHIPS, 0, 100))
        .hasSize(6)
        .allMatch(mail -> mail.state() == MailState.HELD);

    // The old installation, and every node with its id, goes on.
    assertThat(sends(started("", "old"))).isEqualTo(6);
    assertThat(sends(restored)).isZero();
    assertThat(mailServer.getReceivedMessages()).hasSize(6);
  }

  @Test
  @DisplayName("that replaces an installation that went on sends nothing twice, only what is new")
  void replaces() {
    Installation restored = started("", "new");
    restored.replaces(true, "admin");
    assertThat(restored.state()).isEqualTo(State.OWN);
    assertThat(sends(restored)).isZero();
    assertThat(outbox.undelivered(PARTNERSHIPS, 0, 100))
        .hasSize(6)
        .allMatch(mail -> mail.state() == MailState.UNKNOWN);
    outbox.enqueue(mail("new"));
    assertThat(sends(restored)).isOne();
    outbox.retry(
        outbox.undelivered(PARTNERSHIPS, 0, 100).get(0).id(),
        "The agency has heard nothing",
        "sg-manager");
    assertThat(sends(restored)).isOne();
    assertThat(lastAudit()).contains("Mails left for people to decide: 6");
    assertThat(sends(started("", "old"))).as("the old one, on this database").isZero();
    restored.replaces(true, "admin");
    assertThat(outbox.undelivered(PARTNERSHIPS, 0, 100)).as("said twice").hasSize(5);
  }

  @Test
  @DisplayName("that replaces an installation that was stopped before sends what waits")
  void replacesSilent() {
    Installation restored = started("", "new");
    restored.replaces(false, "admin");
    assertThat(sends(restored)).isEqualTo(6);
  }

  @Test
  @DisplayName("that is a copy never sends, also after a restart and on a second node")
  void copy() {
    started("test-system", "new").isCopy("admin");
    assertThat(sends(started("test-system", "new"))).isZero();
    Installation second = started("test-system", "other");
    assertThat(second.state()).isEqualTo(State.COPY);
    assertThat(sends(second)).isZero();
    assertThat(started("", "old").state()).isEqualTo(State.OF_ANOTHER);
  }

  @Test
  @DisplayName("is told from a further node of the same installation, by a setting or by a person")
  void furtherNode() {
    Installation byHand = started("", "node-2");
    byHand.nothingWasRestored("admin");
    assertThat(started("", "node-2").state()).isEqualTo(State.OWN);
    assertThat(sends(started("", "node-2"))).isEqualTo(6);
    assertThatThrownBy(() -> byHand.nothingWasRestored("admin")).isInstanceOf(Refused.class);

    Installation named = started("a-name-of-its-own", "node-3");
    assertThat(named.state()).isEqualTo(State.OF_ANOTHER);
    named.nothingWasRestored("admin");
    assertThat(started("a-name-of-its-own", "node-4").state()).isEqualTo(State.OWN);
    assertThat(started("", "node-2").state()).isEqualTo(State.OF_ANOTHER);
  }

  @Test
  @DisplayName("is known to a second node that started before the first had written their file")
  void atOnce() {
    jdbc.sql("delete from review.installation").update();
    OwnId early = new OwnId("", folder.resolve("shared").toString());
    assertThat(early.value()).isEmpty();
    started("", "shared");
    Installation second = new Installation(jdbc, early, audit, clock);
    second.afterPropertiesSet();
    assertThat(second.state()).isEqualTo(State.OWN);
  }

  @Test
  @DisplayName("that never had an id takes that of the first node, or one that is kept in its file")
  void upgrade() throws Exception {
    jdbc.sql("delete from review.installation").update();
    assertThat(started("", "upgraded").state()).isEqualTo(State.OWN);
    assertThat(Files.readString(folder.resolve("upgraded")).strip()).hasSize(36);
    assertThat(started("", "upgraded").state()).isEqualTo(State.OWN);
    jdbc.sql("delete from review.installation").update();
    assertThat(started("ours", "upgraded").state()).isEqualTo(State.OWN);
    assertThat(started("ours", "second").state()).isEqualTo(State.OWN);
  }

  /** A node that starts with this setting, and this file in its data folder. */
  private Installation started(String setting, String file) {
    Installation node =
        new Installation(jdbc, new OwnId(setting, folder.resolve(file).toString()), audit, clock);
    node.afterPropertiesSet();
    return node;
  }

  private int sends(Installation node) {
    return new Dispatcher(rows, gathered, server, leases, pace, node).sendDue();
  }

  private String lastAudit() {
    List<AuditEntry> trail = audit.of("");
    return trail.get(trail.size() - 1).sentence();
  }

  private static OutgoingMail mail(String key) {
    return new OutgoingMail(
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
        List.of());
  }
}
