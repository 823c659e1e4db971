package org.practicereview.register;

import static org.practicereview.register.RegisterQuestions.HOLD_REASONS;
import static org.practicereview.register.RegisterQuestions.NEW_HOLD_REASONS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.practicereview.casefile.CaseFacts;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which proceedings beside a review hold its publication, for example because a jury must not read
 * the report. Who asked for it and why stands in the answers of the proceedings.
 */
@Service
public class ParallelProceedings {

  private final JdbcClient jdbc;
  private final CaseFacts facts;
  private final AuditTrail audit;
  private final Clock clock;

  ParallelProceedings(JdbcClient jdbc, CaseFacts facts, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publication waits for these proceedings.
   *
   * @param proceedings scope of the matter, for example {@code item:parallel-proceedings-1}
   */
  public record Hold(String proceedings, Instant since) {}

  /** Holds publication; what is held already stays held since then. */
  @Transactional
  public void hold(String caseReference, String proceedings, String by) {
    if (holds(caseReference, proceedings)) {
      return;
    }
    jdbc.sql(
            """
            insert into review.publication_hold (case_reference, matter, placed_at, placed_by)
            values (?, ?, ?, ?)""")
        .params(caseReference, proceedings, now(), by)
        .update();
    audit.record(caseReference, by, "Publication is held for " + words(proceedings) + ".");
  }

  /** Lifts the hold of these proceedings; where they hold nothing, nothing changes. */
  @Transactional
  public void lift(String caseReference, String proceedings, String by) {
    if (lifted(caseReference, proceedings, by)) {
      audit.record(
          caseReference, by, "Publication is no longer held for " + words(proceedings) + ".");
    }
  }

  private boolean lifted(String caseReference, String proceedings, String by) {
    return jdbc.sql(
                """
                update review.publication_hold set lifted_at = ?, lifted_by = ?
                where case_reference = ? and matter = ? and lifted_at is null""")
            .params(now(), by, caseReference, proceedings)
            .update()
        > 0;
  }

  /** A closed case publishes nothing more, so nothing is held; the trail keeps what was. */
  @EventListener
  @Order(2)
  @Transactional
  void closed(CaseClosed event) {
    for (Hold hold : activeHolds(event.caseReference())) {
      lifted(event.caseReference(), hold.proceedings(), event.by());
      audit.record(
          event.caseReference(),
          event.by(),
          "Publication was still held for "
              + words(hold.proceedings())
              + " when the case was closed.");
    }
  }

  /** The holds that keep the report of a case from being published now, the oldest first. */
  public List<Hold> activeHolds(String caseReference) {
    return jdbc.sql(
            """
            select * from review.publication_hold
            where case_reference = ? and lifted_at is null order by placed_at, matter""")
        .param(caseReference)
        .query(ParallelProceedings::hold)
        .list();
  }

  /** Whether these proceedings hold publication now. */
  public boolean holds(String caseReference, String proceedings) {
    return activeHolds(caseReference).stream()
        .anyMatch(hold -> hold.proceedings().equals(proceedings));
  }

  /** Why these proceedings hold publication; empty if they do not. */
  public Optional<String> reasons(String caseReference, String proceedings) {
    if (!holds(caseReference, proceedings)) {
      return Optional.empty();
    }
    Map<String, Object> known = facts.of(caseReference, proceedings);
    // A hold that was placed in a later call has reasons of its own.
    return Stream.of(NEW_HOLD_REASONS.key(), HOLD_REASONS.key())
        .map(known::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  static String words(String proceedings) {
    return Matters.named(proceedings).toLowerCase(Locale.UK);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    return new Hold(
        row.getString("matter"), row.getObject("placed_at", OffsetDateTime.class).toInstant());
  }
}
