package org.practicereview.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.audit.AuditTrails;
import org.practicereview.casefile.CaseClosed;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The register of what runs beside a review")
class MattersTest {

  private static final String CASE = "ES-2026-0001";

  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));

  private AuditTrail audit;
  private Matters matters;
  private ParallelProceedings proceedings;

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
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            """
            insert into review.case_file
              (reference, partnership, partnership_name, guidance, state, opened_at, opened_by)
            values (?, 'essex', 'Essex', 'Working Together', 'open', current_timestamp, 'es-head')""")
        .param(CASE)
        .update();
    audit = AuditTrails.on(jdbc, clock);
    matters = new Matters(jdbc, audit, clock);
    proceedings = new ParallelProceedings(jdbc, null, audit, clock);
  }

  @Test
  @DisplayName("keeps each matter, and ends it once")
  void register() {
    open("complaint-1");
    open("proceedings-1");
    open("complaint-2");
    matters.end(CASE, "item:complaint-1", "es-manager");
    matters.end(CASE, "item:complaint-1", "es-manager");
    assertThat(matters.of(CASE))
        .filteredOn(Matter::isOpen)
        .extracting(Matter::scope)
        .containsExactlyInAnyOrder("item:complaint-2", "item:proceedings-1");
    assertThat(sentences()).containsOnlyOnce("Complaint 1 has ended.");
    assertThatThrownBy(() -> matters.get(CASE, "item:complaint-9"))
        .hasMessageContaining("item:complaint-9 is no matter of " + CASE);
  }

  @Test
  @DisplayName("holds publication for each proceedings until theirs is lifted")
  void holds() {
    open("proceedings-1");
    open("proceedings-2");
    proceedings.hold(CASE, "item:proceedings-1", "es-manager");
    proceedings.hold(CASE, "item:proceedings-2", "es-manager");
    proceedings.hold(CASE, "item:proceedings-2", "es-manager");
    proceedings.lift(CASE, "item:proceedings-1", "es-head");
    proceedings.lift(CASE, "item:proceedings-1", "es-head");
    assertThat(proceedings.activeHolds(CASE))
        .singleElement()
        .satisfies(hold -> assertThat(hold.proceedings()).isEqualTo("item:proceedings-2"));
    assertThat(sentences())
        .containsOnlyOnce("Publication is no longer held for proceedings 1.")
        .containsOnlyOnce("Publication is held for proceedings 2.");
    proceedings.hold(CASE, "item:proceedings-1", "es-manager");
    assertThat(proceedings.activeHolds(CASE)).hasSize(2);
  }

  @Test
  @DisplayName("says what was still open when a case is closed")
  void caseClosed() {
    open("proceedings-1");
    open("complaint-1");
    matters.end(CASE, "item:complaint-1", "es-manager");
    proceedings.hold(CASE, "item:proceedings-1", "es-manager");
    CaseClosed closed = new CaseClosed(CASE, "es-head");
    matters.closed(closed);
    proceedings.closed(closed);
    assertThat(matters.of(CASE)).noneMatch(Matter::isOpen);
    assertThat(proceedings.activeHolds(CASE)).isEmpty();
    assertThat(sentences())
        .contains(
            "Proceedings 1 was still open when the case was closed.",
            "Publication was still held for proceedings 1 when the case was closed.")
        .noneMatch(sentence -> sentence.startsWith("Complaint 1 was still"));
  }

  private void open(String matter) {
    matters.open(CASE, "item:" + matter, matter.replaceAll("-[0-9]+$", ""), "es-manager");
  }

  private List<String> sentences() {
    return audit.of(CASE).stream().map(AuditEntry::sentence).toList();
  }
}
