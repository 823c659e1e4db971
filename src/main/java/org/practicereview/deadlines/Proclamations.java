package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockChange.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes up a bank holiday that was proclaimed on its own, or takes back one that was entered
 * wrongly, and works the open clocks out again. What either would do is told before.
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
                Stream.concat(calendars.days().stream(), Stream.of(day)).toList())));
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
                calendars.days().stream().filter(day -> !day.date().equals(date)).toList())));
  }

  private List<ClockEffect> effects(VersionedCalendar old, VersionedCalendar calendar) {
    LocalDate today = recorder.today();
    List<ClockEffect> effects = new ArrayList<>();
    for (CaseClock clock : table.open()) {
      Deadline before = clock.asOf(today, old.days());
      clock.recalculate(calendar);
      Deadline after = clock.asOf(today, calendar.days());
      if (!after.hasSameDatesAs(before)) {
        effects.add(new ClockEffect(before, after));
      }
    }
    return effects;
  }

  /** Enters the day; gives the open clocks whose dates moved. */
  List<Deadline> proclaim(LocalDate date, String name, String by) {
    VersionedCalendar old = calendars.current();
    ProclaimedDay day = newDay(old, date, name, by);
    calendars.add(day);
    String what = Words.date(date) + " was proclaimed a bank holiday (" + day.name() + ")";
    return recalculated(old, what, by);
  }

  /** Takes the day back; gives the open clocks whose dates moved. */
  List<Deadline> takeBack(LocalDate date, String reason, String by) {
    VersionedCalendar old = calendars.current();
    ProclaimedDay day = known(date);
    if (reason == null || reason.isBlank()) {
      throw new ClockRefused("Say why the day is taken back");
    }
    calendars.takeBack(new ProclaimedDay(date, day.name(), recorder.today(), by), reason.strip());
    String what =
        Words.date(date)
            + " is no bank holiday after all ("
            + day.name()
            + " was entered wrongly: "
            + reason.strip()
            + ")";
    return recalculated(old, what, by);
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

  private List<Deadline> recalculated(VersionedCalendar old, String what, String by) {
    LocalDate today = recorder.today();
    audit.record("", by, what + ".");
    VersionedCalendar calendar = calendars.current();
    List<ClockEffect> effects = new ArrayList<>();
    for (CaseClock clock : table.lockOpen()) {
      Deadline before = clock.asOf(today, old.days());
      clock.recalculate(calendar);
      if (clock.asOf(today, calendar.days()).hasSameDatesAs(before)) {
        table.update(clock);
      } else {
        effects.add(
            new ClockEffect(
                before, recorder.changed(clock, before, Kind.RECALCULATED, what, by, calendar)));
      }
    }
    events.publishEvent(new CalendarChanged(what, List.copyOf(effects)));
    return effects.stream().map(ClockEffect::after).toList();
  }

  private static void refuse(LocalDate date, String reason) {
    throw new ClockRefused(Words.date(date) + " is no working day as it is (" + reason + ")");
  }
}
