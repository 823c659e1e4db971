package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrail;
import org.practicereview.audit.AuditTrails;
import org.practicereview.forms.ShippedForms;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The case file")
class CaseFileTest {

  private static final Partnership ESSEX =
      new Partnership(
          "essex",
          "Essex Example Partnership",
          "Essex",
          "ES",
          "Working Together 2023",
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(new Agency("police", "Essex Police", "p@essex.example", "s@essex.example", true)),
          List.of());

  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));

  private JdbcClient jdbc;
  private AuditTrail audit;
  private CaseFiles cases;
  private Seals seals;
  private Answers answers;
  private CaseAgencies agencies;

  @BeforeEach
  void freshDatabase() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    jdbc = JdbcClient.create(database);
    audit = AuditTrails.on(jdbc, clock);
    Partnerships partnerships = new OnePartnership();
    cases = new JdbcCaseFiles(jdbc, partnerships, audit, clock);
    seals =
        new Seals(jdbc, new AskedQuestions(jdbc, new ShippedForms()), audit, event -> {}, clock);
    answers = new JdbcAnswers(jdbc, seals, new ObjectMapper());
    agencies = new JdbcCaseAgencies(jdbc, cases, partnerships, audit, clock);
  }

  @Test
  @DisplayName("gives each case the partnership's next reference of the year")
  void references() {
    assertThat(cases.open("essex", "es-head").reference()).isEqualTo("ES-2026-0001");
    assertThat(cases.open("essex", "es-head").reference()).isEqualTo("ES-2026-0002");
    assertThat(cases.of("essex")).hasSize(2);
    assertThatThrownBy(() -> cases.open("atlantis", "es-head"))
        .hasMessageContaining("no partnership");
  }

  @Test
  @DisplayName("is reopened only when closed, and only with a reason")
  void reopening() {
    String reference = cases.open("essex", "es-head").reference();
    assertThatThrownBy(() -> cases.reopen(reference, "New facts", "es-head"))
        .isInstanceOf(Refused.class);

    cases.close(reference, "not-notifiable", "es-head");
    assertThat(cases.get(reference).outcome()).isEqualTo("not-notifiable");
    assertThatThrownBy(() -> cases.reopen(reference, " ", "es-head")).isInstanceOf(Refused.class);

    cases.reopen(reference, "New facts", "es-head");
    assertThat(cases.get(reference).isOpen()).isTrue();
  }

  @Test
  @DisplayName("knows the latest answer to every question, and whose it is")
  void facts() {
    String reference = cases.open("essex", "es-head").reference();
    store(reference, "refer-incident", "", Map.of("incidentOn", "2026-11-01", "place", "Home"));
    store(reference, "complete-notification", "", Map.of("incidentOn", "2026-11-02T09:30+00:00"));
    store(reference, "give-view", "partner:police", Map.of("viewReasons", "Harm was serious"));
    CaseFacts facts = new LatestAnswers(answers);

    assertThat(facts.date(reference, "incidentOn")).contains(LocalDate.of(2026, 11, 2));
    assertThat(facts.text(reference, "place")).contains("Home");
    assertThat(facts.of(reference)).doesNotContainKey("viewReasons");
    assertThat(facts.of(reference, "partner:police")).containsKeys("viewReasons", "place");
    // The agency of the same code is someone else.
    assertThat(facts.of(reference, "police")).doesNotContainKey("viewReasons");
    assertThat(answers.of(reference)).hasSize(3);
  }

  @Test
  @DisplayName("asks an agency once, and only one the partnership knows")
  void agencies() {
    String reference = cases.open("essex", "es-head").reference();
    agencies.ask(reference, "police", LocalDate.of(2026, 11, 20), "es-manager");

    assertThatThrownBy(
            () -> agencies.ask(reference, "police", LocalDate.of(2026, 11, 21), "es-manager"))
        .hasMessageContaining("already");
    assertThatThrownBy(
            () -> agencies.ask(reference, "circus", LocalDate.of(2026, 11, 20), "es-manager"))
        .hasMessageContaining("no agency");
    agencies.mark(reference, "police", ReturnState.NOT_INVOLVED, "es-author-police");
    assertThat(agencies.of(reference)).singleElement().matches(CaseAgency::hasAnswered);
  }

  @Test
  @DisplayName("asks an agency again only if it had answered that it was not involved")
  void askedAgain() {
    String reference = cases.open("essex", "es-head").reference();
    LocalDate later = LocalDate.of(2026, 12, 1);
    agencies.ask(reference, "police", LocalDate.of(2026, 11, 20), "es-manager");
    assertThatThrownBy(() -> agencies.askAgain(reference, "police", later, "es-manager"))
        .hasMessageContaining("has not answered that it was not involved");
    agencies.mark(reference, "police", ReturnState.NOT_INVOLVED, "es-author-police");

    agencies.askAgain(reference, "police", later, "es-manager");

    assertThat(agencies.get(reference, "police"))
        .isEqualTo(new CaseAgency(reference, "police", ReturnState.ASKED, later, null, null));
  }

  @Test
  @DisplayName("keeps every version of a document, under a name that is safe to save by")
  void documents() {
    String reference = cases.open("essex", "es-head").reference();
    Documents documents = new JdbcDocuments(jdbc, seals, clock);
    documents.store(file(reference, "first", "../../etc/passwd"));
    Document second = documents.store(file(reference, "second", "report\r\n.pdf"));

    assertThat(second.version()).isEqualTo(2);
    assertThat(second.name()).isEqualTo("report.pdf");
    assertThat(documents.content(second.id())).asString().isEqualTo("second");
    assertThat(documents.of(reference)).first().extracting(Document::name).isEqualTo("passwd");
    assertThatThrownBy(() -> documents.store(file(reference, "", "empty.pdf")))
        .hasMessageContaining("empty");
  }

  @Test
  @DisplayName("leaves a trail that shows when a line was changed or taken out")
  void trail() {
    String reference = cases.open("essex", "es-head").reference();
    cases.close(reference, "not-notifiable", "es-head");
    assertThat(audit.verify(reference)).isTrue();

    jdbc.sql("update review.audit_entry set actor = 'somebody' where number = 1").update();
    assertThat(audit.verify(reference)).isFalse();
    jdbc.sql("update review.audit_entry set actor = 'es-head' where number = 1").update();
    assertThat(audit.verify(reference)).isTrue();
    jdbc.sql("delete from review.audit_entry where number = 2").update();
    assertThat(audit.verify(reference)).isFalse();
  }

  private void store(String reference, String form, String scope, Map<String, Object> values) {
    answers.store(
        new FormAnswers(reference, form, "v", "task", scope, values, "es-head", clock.instant()));
  }

  private static NewDocument file(String reference, String content, String name) {
    return new NewDocument(
        reference, "report", name, "application/pdf", content.getBytes(), "PARTNERSHIP", "", "x");
  }

  private static final class OnePartnership implements Partnerships {
    @Override
    public Partnership get(String id) {
      if (!id.equals(ESSEX.id())) {
        throw new IllegalArgumentException("There is no partnership " + id);
      }
      return ESSEX;
    }

    @Override
    public List<Partnership> all() {
      return List.of(ESSEX);
    }
  }
}
