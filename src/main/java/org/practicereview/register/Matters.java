package org.practicereview.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.practicereview.refusals.Refused;
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

  /**
   * Enters a matter in the register of its case.
   *
   * @param scope where its answers, letters and clocks stand, for example {@code item:complaint-2}
   * @param kind for example {@code complaint}
   */
  @Transactional
  public Matter open(String caseReference, String scope, String kind, String by) {
    jdbc.sql(
            """
            insert into review.matter (case_reference, scope, kind, opened_at, opened_by)
            values (?, ?, ?, ?, ?)""")
        .params(caseReference, scope, kind, now(), by)
        .update();
    audit.record(caseReference, by, named(scope) + " was entered in the register.");
    return get(caseReference, scope);
  }

  /** Notes that a matter has ended; one that has ended before stays as it is. */
  @Transactional
  public void end(String caseReference, String scope, String by) {
    if (ended(caseReference, scope, by)) {
      audit.record(caseReference, by, named(scope) + " has ended.");
    }
  }

  private boolean ended(String caseReference, String scope, String by) {
    return jdbc.sql(
                """
                update review.matter set ended_at = ?, ended_by = ?
                where case_reference = ? and scope = ? and ended_at is null""")
            .params(now(), by, caseReference, scope)
            .update()
        == 1;
  }

  /**
   * No one looks after a matter of a closed case: what was open is ended, and the trail says so.
   */
  @EventListener
  @Order(1)
  @Transactional
  void closed(CaseClosed event) {
    for (Matter matter : of(event.caseReference())) {
      if (ended(event.caseReference(), matter.scope(), event.by())) {
        audit.record(
            event.caseReference(),
            event.by(),
            named(matter.scope()) + " was still open when the case was closed.");
      }
    }
  }

  /** The matters of a case, the oldest first. */
  public List<Matter> of(String caseReference) {
    return jdbc.sql(
            """
            select * from review.matter where case_reference = ? order by opened_at, scope""")
        .param(caseReference)
        .query(Matters::matter)
        .list();
  }

  /**
   * One matter.
   *
   * @throws Refused if the case has none of that scope
   */
  public Matter get(String caseReference, String scope) {
    return of(caseReference).stream()
        .filter(matter -> matter.scope().equals(scope))
        .findFirst()
        .orElseThrow(() -> new Refused(scope + " is no matter of " + caseReference));
  }

  /** How the trail calls a matter, for example {@code Disclosure request 2}. */
  static String named(String scope) {
    String words = scope.substring(scope.indexOf(':') + 1).replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Matter matter(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Matter(
        row.getString("case_reference"),
        row.getString("scope"),
        row.getString("kind"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
