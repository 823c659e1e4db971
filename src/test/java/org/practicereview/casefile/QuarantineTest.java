package org.practicereview.casefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrail;
import org.practicereview.files.LittleClamd;
import org.practicereview.files.VirusScanner;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningService
@DisplayName("A file that the virus scanner has not judged")
class QuarantineTest {

  @LocalServerPort private int port;
  @Autowired private CaseFiles cases;
  @Autowired private JdbcDocuments documents;
  @Autowired private JdbcClient jdbc;
  @Autowired private AuditTrail audit;
  @Autowired private Outbox outbox;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;

  private final LittleClamd clamd = new LittleClamd();
  private String reference;

  @BeforeEach
  void openCase() {
    reference = cases.open("essex", "es-manager").reference();
  }

  @AfterEach
  void stop() {
    clamd.close();
    jdbc.sql("update review.document set check_state = 'CLEAR'").update();
  }

  @Test
  @DisplayName("opens for no one, and the page of the case says why")
  void waits() {
    Document file = stored("Seen at home.", FileCheck.WAITING);

    assertThatThrownBy(() -> documents.content(file.id())).isInstanceOf(FileClosed.class);
    assertThat(page())
        .contains("notes.txt", "Waiting for the virus check")
        .doesNotContain(open(file));
    assertThat(manager().get(open(file)).expect(403).text()).contains("You cannot open this file");
  }

  @Test
  @DisplayName("opens as soon as the scanner says that it is clean")
  void clean() {
    Document waiting = stored("Seen at home.", FileCheck.WAITING);
    Document old = stored("Seen at school.", FileCheck.UNSCANNED);
    LittleClamd gone = new LittleClamd();
    gone.close();

    quarantine(gone.scanner()).checkAgain();
    assertThat(documents.get(waiting.id()).isInQuarantine()).isTrue();
    manager().get(open(old)).expect(200);

    quarantine(clamd.scanner()).checkAgain();
    manager().get(open(waiting)).expect(200);
    assertThat(states()).containsOnly("CLEAR");
  }

  @Test
  @DisplayName("stays closed when it is infected, and who sent it is told")
  void infected() {
    Document file = stored(LittleClamd.EICAR, FileCheck.WAITING);
    Document old = stored(LittleClamd.EICAR, FileCheck.UNSCANNED);

    quarantine(clamd.scanner()).checkAgain();

    for (Document one : new Document[] {file, old}) {
      assertThatThrownBy(() -> documents.content(one.id())).hasMessageContaining("harmful");
      assertThat(manager().get(open(one)).status()).isEqualTo(403);
    }
    assertThat(page()).contains("A virus was found").doesNotContain(open(file));
    assertThat(outbox.of(reference))
        .extracting(OutboxMail::recipientRole)
        .contains("Sender of the file", Role.BUSINESS_MANAGER.title());
    assertThat(audit.of(reference))
        .anySatisfy(
            line -> assertThat(line.sentence()).contains("es-author-police sent as harmful"));
  }

  @Test
  @DisplayName(
      "opens when the administrator switches scanning off, and the page says that it is off")
  void off() {
    Document file = stored("Seen at home.", FileCheck.WAITING);

    quarantine(LittleClamd.off()).checkAgain();

    manager().get(open(file)).expect(200);
    assertThat(page()).contains("not checked for viruses");
    assertThat(states()).containsOnly("UNSCANNED");
  }

  private Quarantine quarantine(VirusScanner scanner) {
    return new Quarantine(jdbc, documents, scanner, audit, by -> by, events, transaction);
  }

  private Document stored(String content, FileCheck state) {
    return documents.store(
        new NewDocument(
            reference,
            "complete-agency-return.files",
            "notes.txt",
            "text/plain",
            content.getBytes(US_ASCII),
            "AGENCY_ONLY",
            "police",
            "es-author-police"),
        state);
  }

  private TasklistUser manager() {
    return TasklistUser.signIn(port, "es-manager");
  }

  private String page() {
    return manager().get("/case/" + reference).expect(200).text();
  }

  private String open(Document file) {
    return "/case/" + reference + "/documents/" + file.id();
  }

  private Iterable<String> states() {
    return jdbc.sql("select check_state from review.document where case_reference = ?")
        .param(reference)
        .query(String.class)
        .list();
  }
}
