package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockChange.Kind;
import org.springframework.stereotype.Component;

/** Takes up a bank holiday that was proclaimed on its own, and works the open clocks out again. */
@Component
class Proclamations {

  private final CalendarTable calendars;
  private final ClockTable table;
  private final ClockRecorder recorder;
  private final AuditTrail audit;

  Proclamations(
      CalendarTable calendars, ClockTable table, ClockRecorder recorder, AuditTrail audit) {
    this.calendars = calendars;
    this.table = table;
    this.recorder = recorder;
    this.audit = audit;
  }

  /** Enters the day; gives the open clocks whose dates moved. */
  List<Deadline> proclaim(LocalDate date, String name, String by) {
    VersionedCalendar old = calendars.current();
    old.days().whyNotWorking(date).ifPresent(reason -> refuse(date, reason));
    if (name == null || name.isBlank()) {
      throw new ClockRefused("A bank holiday needs a name");
    }
    LocalDate today = recorder.today();
    calendars.add(new ProclaimedDay(date, name.strip(), today, by));
    String why = Words.date(date) + " was proclaimed a bank holiday (" + name.strip() + ")";
    audit.record("", by, why + ".");
    VersionedCalendar calendar = calendars.current();
    List<Deadline> moved = new ArrayList<>();
    for (CaseClock clock : table.lockOpen()) {
      Deadline before = clock.asOf(today, old.days());
      clock.recalculate(calendar);
      if (clock.asOf(today, calendar.days()).hasSameDatesAs(before)) {
        table.update(clock);
      } else {
        moved.add(recorder.changed(clock, before, Kind.RECALCULATED, why, by, calendar));
      }
    }
    return moved;
  }

  private static void refuse(LocalDate date, String reason) {
    throw new ClockRefused(Words.date(date) + " is no working day as it is (" + reason + ")");
  }
}
