package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.practicereview.oversight.Standstill.Kind;
import org.practicereview.oversight.StandstillSearch.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What stands still now, as it was last looked for. */
@Service
public class Standstills {

  private final JdbcClient jdbc;
  private final Clock clock;

  Standstills(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What stands still in a case, oldest first. */
  public List<Standstill> of(String caseReference) {
    return jdbc.sql(
            """
            select * from review.standstill where case_reference = ? and ended_at is null
            order by found_at, id""")
        .param(caseReference)
        .query(Standstills::standstill)
        .list();
  }

  /** The references of all cases in which something stands still. */
  public Set<String> cases() {
    return new HashSet<>(
        jdbc.sql("select distinct case_reference from review.standstill where ended_at is null")
            .query(String.class)
            .list());
  }

  /** How many cases something of this kind keeps standing still. */
  int count(Kind kind) {
    return jdbc.sql(
            """
            select count(distinct case_reference) from review.standstill
            where ended_at is null and kind = ?""")
        .param(kind.name())
        .query(Integer.class)
        .single();
  }

  /** For how long the oldest has been known; zero if there is none. */
  Duration oldest() {
    return all().stream()
        .map(Standstill::foundAt)
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** All of them, oldest first. */
  List<Standstill> all() {
    return jdbc.sql("select * from review.standstill where ended_at is null order by found_at, id")
        .query(Standstills::standstill)
        .list();
  }

  boolean isKnown(Found found) {
    return jdbc.sql("select count(*) from review.standstill where open_name = ?")
            .param(found.name())
            .query(Integer.class)
            .single()
        > 0;
  }

  Standstill begin(Found found) {
    Standstill standstill =
        new Standstill(
            UUID.randomUUID().toString(),
            "F-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.UK),
            found.caseReference(),
            found.partnership(),
            found.kind(),
            found.step(),
            found.model(),
            found.element(),
            found.processInstance(),
            clock.instant(),
            null);
    jdbc.sql(
            """
            insert into review.standstill
              (id, failure, case_reference, partnership, kind, step, model, element,
               process_instance, found_at, open_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            standstill.id(),
            standstill.failure(),
            standstill.caseReference(),
            standstill.partnership(),
            standstill.kind().name(),
            standstill.step(),
            standstill.model(),
            standstill.element(),
            standstill.processInstance(),
            now(),
            found.name())
        .update();
    return standstill;
  }

  /** The names of those of a kind that are not over as far as is known. */
  List<String> names(Kind kind) {
    return jdbc.sql("select open_name from review.standstill where ended_at is null and kind = ?")
        .param(kind.name())
        .query(String.class)
        .list();
  }

  /** Ends the one with that name; gives it back as it was. */
  Standstill end(String name) {
    Standstill standstill =
        jdbc.sql("select * from review.standstill where open_name = ?")
            .param(name)
            .query(Standstills::standstill)
            .single();
    jdbc.sql("update review.standstill set ended_at = ?, open_name = null where id = ?")
        .params(now(), standstill.id())
        .update();
    return standstill;
  }

  void told(String caseReference, LocalDate day) {
    jdbc.sql(
            """
            update review.standstill set told_on = ?
            where case_reference = ? and ended_at is null""")
        .params(day, caseReference)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Standstill standstill(ResultSet row, int number) throws SQLException {
    return new Standstill(
        row.getString("id"),
        row.getString("failure"),
        row.getString("case_reference"),
        row.getString("partnership"),
        Kind.valueOf(row.getString("kind")),
        row.getString("step"),
        row.getString("model"),
        row.getString("element"),
        row.getString("process_instance"),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getObject("told_on", LocalDate.class));
  }
}
