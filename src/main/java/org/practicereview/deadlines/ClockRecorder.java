package org.practicereview.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.deadlines.ClockChange.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps what was done to a clock: the clock itself, the change beside it with the reason, the audit
 * trail without the reason (it may name people), and tells those who listen.
 */
@Component
class ClockRecorder {

  /** The clock whose date stands beside each agency that was asked. */
  private static final String AGENCY_RETURN = "agency-return";

  private final ClockTable table;
  private final CaseAgencies agencies;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock time;

  ClockRecorder(
      ClockTable table,
      CaseAgencies agencies,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock time) {
    this.table = table;
    this.agencies = agencies;
    this.audit = audit;
    this.events = events;
    this.time = time;
  }

  /** Today in London. */
  LocalDate today() {
    return LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE);
  }

  Deadline started(CaseClock clock, String by, VersionedCalendar calendar) {
    table.insert(clock);
    return noted(clock, null, Kind.STARTED, "", by, calendar);
  }

  Deadline changed(
      CaseClock clock,
      Deadline before,
      Kind kind,
      String reason,
      String by,
      VersionedCalendar calendar) {
    table.update(clock);
    Deadline after = noted(clock, before, kind, reason, by, calendar);
    events.publishEvent(
        after.isOpen()
            ? new ClockMoved(before, after, Words.happened(kind, before, after, reason), by)
            : new ClockEnded(after, by));
    return after;
  }

  private Deadline noted(
      CaseClock clock,
      Deadline before,
      Kind kind,
      String reason,
      String by,
      VersionedCalendar calendar) {
    Deadline after = clock.asOf(today(), calendar.days());
    boolean beside = kind == Kind.EXPLAINED || kind == Kind.AGREED;
    LocalDate announced = beside ? after.explainedUntil() : after.dueOn();
    table.add(
        clock.id,
        new ClockChange(
            time.instant(), by, kind, reason, before == null ? null : before.dueOn(), announced));
    audit.record(clock.caseReference, by, Words.happened(kind, before, after, reason));
    if (clock.rule.id().equals(AGENCY_RETURN) && after.isOpen()) {
      agencies.due(clock.caseReference, clock.scope, after.dueOn());
    }
    return after;
  }
}
