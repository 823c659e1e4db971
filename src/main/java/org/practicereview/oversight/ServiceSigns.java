package org.practicereview.oversight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.practicereview.casefile.CaseFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a monitor sees of the work: numbers of all partnerships together, without a label that would
 * name one, and never a reference.
 */
@Component
class ServiceSigns implements MeterBinder {

  private static final String SECONDS = "seconds";

  private static final String LETTER =
      """
      select min(written_at) from review.letter
      where state in ('DRAFT', 'APPROVED', 'TO_BE_POSTED')""";

  /** Also what a person has to see to; a mail that is gathered waits on purpose. */
  private static final String MAIL =
      """
      select min(queued_at) from review.outbox
      where state in ('QUEUED', 'SENDING', 'UNKNOWN', 'FAILED')""";

  private final JdbcClient jdbc;
  private final Clock clock;

  ServiceSigns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("practice.review.open.cases", this::openCases)
        .description("Cases that are open")
        .register(registry);
    Gauge.builder("practice.review.overdue.statutory.clocks", this::overdue)
        .description("Running dates of law and guidance that have passed, in open cases")
        .register(registry);
    Gauge.builder("practice.review.oldest.letter", () -> age(LETTER))
        .baseUnit(SECONDS)
        .description("For how long the oldest letter has waited for a person; 0 if none waits")
        .register(registry);
    Gauge.builder("practice.review.oldest.mail", () -> age(MAIL))
        .baseUnit(SECONDS)
        .description("For how long the oldest mail has waited to be sent; 0 if none waits")
        .register(registry);
    Gauge.builder("practice.review.last.daily.summary", this::lastSummary)
        .baseUnit(SECONDS)
        .description("When a daily summary was written last, since 1970; 0 if none was")
        .register(registry);
  }

  private int openCases() {
    return count(
        "select count(*) from review.case_file f where f.state = 'open' and " + CaseFile.IS_CASE,
        List.of());
  }

  private int overdue() {
    return count(
        """
        select count(*) from review.clock k join review.case_file f on f.reference = k.case_reference
        where f.state = 'open' and k.open_name is not null and k.source <> 'LOCAL'
          and k.due_on < ?""",
        List.of(LocalDate.now(clock)));
  }

  private int count(String sql, List<?> params) {
    return jdbc.sql(sql).params(params).query(Integer.class).single();
  }

  private long age(String sql) {
    return moment(sql)
        .map(since -> Duration.between(since.toInstant(), clock.instant()).toSeconds())
        .map(seconds -> Math.max(0, seconds))
        .orElse(0L);
  }

  private long lastSummary() {
    return moment("select max(written_at) from review.daily_summary")
        .map(OffsetDateTime::toEpochSecond)
        .orElse(0L);
  }

  private Optional<OffsetDateTime> moment(String sql) {
    return Optional.ofNullable(
        jdbc.sql(sql)
            .query((row, number) -> new OffsetDateTime[] {row.getObject(1, OffsetDateTime.class)})
            .single()[0]);
  }
}
