package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.practicereview.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes up a bank holiday that was proclaimed on its own, or takes back one that was entered
 * wrongly. What either would do is told before; the open clocks follow, see {@link MovedDates}.
 */
@Component
class Proclamations {

  private final CalendarTable calendars;
  private final ClockTable table;
  private final ClockRecorder recorder;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  Proclamations(
      CalendarTable calendars,
      ClockTable table,
      ClockRecorder recorder,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.calendars = calendars;
    this.table = table;
    this.recorder = recorder;
    this.audit = audit;
    this.events = events;
  }

  /** What entering the day would do. */
  List<ClockEffect> effectOf(LocalDate date, String name) {
    VersionedCalendar old = calendars.current();
    ProclaimedDay day = newDay(old, date, name, "");
    return effects(
        old,
        new VersionedCalendar(
            old.version() + 1,
            new WorkingDayCalendar(
                Stream.concat(calendars.days().stream(), Stream.of(day)).toList()),
            true));
  }

  /** What taking the day back would do. */
  List<ClockEffect> effectOfTakingBack(LocalDate date) {
    VersionedCalendar old = calendars.current();
    known(date);
    return effects(
        old,
        new VersionedCalendar(
            old.version() + 1,
            new WorkingDayCalendar(
                calendars.days().stream().filter(day -> !day.date().equals(date)).toList()),
            true));
  }

  private List<ClockEffect> effects(VersionedCalendar old, VersionedCalendar calendar) {
    LocalDate today = recorder.today();
    List<ClockEffect> effects = new ArrayList<>();
    for (CaseClock clock : table.open()) {
      if (clock.calendarVersion < old.version()) {
        // Still to be moved after an earlier change, of which people have been told.
        clock.recalculate(old);
      }
      Deadline before = clock.asOf(today, old.days());
      clock.recalculate(calendar);
      Deadline after = clock.asOf(today, calendar.days());
      if (!after.hasSameDatesAs(before)) {
        effects.add(new ClockEffect(before, after));
      }
    }
    return effects;
  }

  /** Enters the day; gives the open clocks whose dates will move. */
  List<ClockEffect> proclaim(LocalDate date, String name, String by) {
    VersionedCalendar old = calendars.current();
    calendars.add(newDay(old, date, name, by));
    return told(old, by);
  }

  /** Takes the day back; gives the open clocks whose dates will move. */
  List<ClockEffect> takeBack(LocalDate date, String reason, String by) {
    VersionedCalendar old = calendars.current();
    ProclaimedDay day = known(date);
    if (reason == null || reason.isBlank()) {
      throw new ClockRefused("Say why the day is taken back");
    }
    calendars.takeBack(new ProclaimedDay(date, day.name(), recorder.today(), by), reason.strip());
    return told(old, by);
  }

  private List<ClockEffect> told(VersionedCalendar old, String by) {
    String what = calendars.since(old.version());
    audit.record("", by, what + ".");
    List<ClockEffect> effects = effects(old, calendars.current());
    events.publishEvent(new CalendarChanged(what, List.copyOf(effects)));
    return effects;
  }

  private ProclaimedDay newDay(VersionedCalendar old, LocalDate date, String name, String by) {
    old.days().whyNotWorking(date).ifPresent(reason -> refuse(date, reason));
    if (name == null || name.isBlank()) {
      throw new ClockRefused("A bank holiday needs a name");
    }
    return new ProclaimedDay(date, name.strip(), recorder.today(), by);
  }

  private ProclaimedDay known(LocalDate date) {
    return calendars.days().stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .orElseThrow(
            () -> new ClockRefused(Words.date(date) + " was not entered, or was taken back"));
  }

  private static void refuse(LocalDate date, String reason) {
    throw new ClockRefused(Words.date(date) + " is no working day as it is (" + reason + ")");
  }
}
