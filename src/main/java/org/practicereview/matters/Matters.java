package org.practicereview.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what runs beside the reviews. */
@Service
public class Matters {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Matters(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enters a matter and gives it the next number of its kind in the case. */
  @Transactional
  public Matter open(String caseReference, String kind, String by) {
    long before = of(caseReference).stream().filter(known -> known.kind().equals(kind)).count();
    String code = kind + "-" + (before + 1);
    jdbc.sql(
            """
            insert into review.matter (case_reference, code, kind, opened_at, opened_by)
            values (?, ?, ?, ?, ?)""")
        .params(caseReference, code, kind, now(), by)
        .update();
    audit.record(caseReference, by, named(code) + " was entered in the register.");
    return get(caseReference, code);
  }

  /** Notes that a matter has ended; one that has ended before stays as it is. */
  @Transactional
  public void end(String caseReference, String code, String by) {
    if (ended(caseReference, code, by)) {
      audit.record(caseReference, by, named(code) + " has ended.");
    }
  }

  private boolean ended(String caseReference, String code, String by) {
    return jdbc.sql(
                """
                update review.matter set ended_at = ?, ended_by = ?
                where case_reference = ? and code = ? and ended_at is null""")
            .params(now(), by, caseReference, code)
            .update()
        == 1;
  }

  /**
   * Nobody looks after a matter of a closed case: what was open is ended, and the trail says so.
   */
  @EventListener
  @Order(1)
  @Transactional
  void closed(CaseClosed event) {
    for (Matter matter : of(event.caseReference())) {
      if (ended(event.caseReference(), matter.code(), event.by())) {
        audit.record(
            event.caseReference(),
            event.by(),
            named(matter.code()) + " was still open when the case was closed.");
      }
    }
  }

  /** The matters of a case, the oldest first. */
  public List<Matter> of(String caseReference) {
    return jdbc.sql(
            """
            select * from review.matter where case_reference = ? order by opened_at, code""")
        .param(caseReference)
        .query(Matters::matter)
        .list();
  }

  /**
   * One matter.
   *
   * @throws IllegalArgumentException if the case has none of that code
   */
  public Matter get(String caseReference, String code) {
    return of(caseReference).stream()
        .filter(matter -> matter.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(code + " is no matter of " + caseReference));
  }

  /** How the trail calls a matter, for example {@code Disclosure request 2}. */
  static String named(String code) {
    String words = code.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Matter matter(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Matter(
        row.getString("case_reference"),
        row.getString("code"),
        row.getString("kind"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
