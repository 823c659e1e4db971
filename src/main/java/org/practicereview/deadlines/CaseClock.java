package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * One clock and what may be done to it. Every verb refuses nonsense, in words for the person who
 * tried. Knows dates only; "today" is handed in.
 */
final class CaseClock {

  final String id;
  final String caseReference;
  final String partnership;
  final String scope;

  Rule rule;
  LocalDate triggerOn;

  /** How guidance counts, where the partnership counts in another way; otherwise null. */
  TwoDates twoDates;

  LocalDate originalDueOn;
  LocalDate dueOn;
  LocalDate extendedTo;

  /** The day named when a delay was last explained, or agreed by the Panel. */
  LocalDate explainedUntil;

  AgreedDate agreed;
  LocalDate pausedOn;
  LocalDate endedOn;
  int pausedDays;
  int calendarVersion;

  /** RUNNING, PAUSED, MET, MET_LATE or CANCELLED; what is overdue follows from the date. */
  ClockState state = ClockState.RUNNING;

  CaseClock(String id, String caseReference, String partnership, String scope, Rule rule) {
    this.id = id;
    this.caseReference = caseReference;
    this.partnership = partnership;
    this.scope = scope;
    this.rule = rule;
  }

  static CaseClock start(
      String caseReference,
      String partnership,
      String scope,
      CountedRule counted,
      LocalDate today,
      VersionedCalendar calendar) {
    CaseClock clock =
        new CaseClock(
            UUID.randomUUID().toString(), caseReference, partnership, scope, counted.rule());
    clock.countFrom(counted, today, calendar);
    return clock;
  }

  /** Whether it counts from these dates. */
  boolean countsFrom(CountedRule counted) {
    return triggerOn.equals(counted.from())
        && Objects.equals(twoDates == null ? null : twoDates.guidance(), counted.guidance());
  }

  /** Counts from other dates than before. */
  void correct(CountedRule counted, LocalDate today, VersionedCalendar calendar) {
    requireOpen("corrected");
    rule = rule.countingFrom(counted.rule().trigger());
    countFrom(counted, today, calendar);
  }

  /** Whether time runs from the trigger on; a clock without a length waits for a named day. */
  private boolean countsOn() {
    return rule.direction() == Direction.AFTER && rule.length() > 0;
  }

  private void countFrom(CountedRule counted, LocalDate today, VersionedCalendar calendar) {
    if (countsOn() && counted.from().isAfter(today)) {
      throw refused(
          "cannot start: it counts from "
              + Words.date(counted.from())
              + ", which is in the future");
    }
    triggerOn = counted.from();
    twoDates = counted.guidance() == null ? null : new TwoDates(counted.guidance(), null, null);
    recalculate(calendar);
  }

  /** Works the dates out with a calendar; an agreed date is never taken back. */
  void recalculate(VersionedCalendar calendar) {
    Counting own = rule.from(triggerOn);
    if (twoDates == null) {
      originalDueOn = own.due(calendar.days());
    } else {
      twoDates = TwoDates.of(twoDates.guidance(), own, calendar.days());
      originalDueOn = twoDates.earlier();
    }
    dueOn = isLaw() ? originalDueOn : withPausesAndExtension(calendar);
    calendarVersion = calendar.version();
  }

  private LocalDate withPausesAndExtension(VersionedCalendar calendar) {
    LocalDate counted =
        pausedDays == 0
            ? originalDueOn
            : calendar.days().moved(later(originalDueOn, pausedDays, calendar), rule.dayOff());
    return extendedTo != null && extendedTo.isAfter(counted) ? extendedTo : counted;
  }

  /** The date from which time runs: the earlier one, where there are two. */
  private LocalDate begins() {
    return twoDates != null && twoDates.guidance().from().isBefore(triggerOn)
        ? twoDates.guidance().from()
        : triggerOn;
  }

  void stop(LocalDate on, LocalDate today, VersionedCalendar calendar) {
    requireOpen("met");
    if (on.isAfter(today)) {
      throw refused("cannot have been met on " + Words.date(on) + ", which is in the future");
    }
    if (countsOn() && on.isBefore(begins())) {
      throw refused(
          "cannot have been met on "
              + Words.date(on)
              + ", before the date it counts from, "
              + Words.date(begins()));
    }
    if (state == ClockState.PAUSED) {
      endPause(on, calendar);
    }
    state = isPast(on) ? ClockState.MET_LATE : ClockState.MET;
    endedOn = on;
  }

  void cancel(String reason, LocalDate today) {
    requireOpen("cancelled");
    requireReason(reason, "cancelled");
    state = ClockState.CANCELLED;
    pausedOn = null;
    endedOn = today;
  }

  void extend(String reason, LocalDate newDate, LocalDate today) {
    requireOpen("extended");
    if (isLaw()) {
      throw refused("is set by law or national guidance and cannot be extended; explain the delay");
    }
    requireReason(reason, "extended");
    if (state == ClockState.PAUSED) {
      throw refused("is paused and cannot be extended; let it run on first");
    }
    if (rule.direction() == Direction.BEFORE) {
      throw refused(
          "gives notice before a date and cannot be extended; move the date it counts back from");
    }
    requireLater(newDate, dueOn, today);
    extendedTo = newDate;
    dueOn = newDate;
  }

  void explainDelay(String reason, LocalDate newDate, LocalDate today) {
    requireOpen("explained");
    requireReason(reason, "explained");
    requireLater(newDate, limit(), today);
    explainedUntil = newDate;
  }

  /** Keeps the date that the Panel has agreed to, beside the date of law or guidance. */
  void agree(AgreedDate date, LocalDate today) {
    requireOpen("given a second date");
    if (!isLaw()) {
      throw refused(
          "is the partnership's own and needs no agreement of the Panel; give it more time");
    }
    if (date.letterReference() == null || date.letterReference().isBlank()) {
      throw refused("needs the reference of the Panel's letter");
    }
    if (date.letterOn() == null || date.letterOn().isAfter(today)) {
      throw refused("needs the date of the Panel's letter, today or earlier");
    }
    if (date.letterOn().isBefore(triggerOn)) {
      throw refused(
          "counts from " + Words.date(triggerOn) + "; the Panel's letter cannot be older");
    }
    if (date.until() == null || !date.until().isAfter(limit())) {
      throw refused("needs a new date after " + Words.date(limit()));
    }
    agreed = date;
    explainedUntil = date.until();
  }

  void pause(String reason, LocalDate today) {
    requireOpen("paused");
    if (isLaw()) {
      throw refused("is set by law or national guidance and cannot be paused; explain the delay");
    }
    requireReason(reason, "paused");
    if (state == ClockState.PAUSED) {
      throw refused("is paused already");
    }
    if (today.isAfter(dueOn)) {
      throw refused("is overdue and cannot be paused; explain the delay instead");
    }
    state = ClockState.PAUSED;
    pausedOn = today;
  }

  void resume(String reason, LocalDate today, VersionedCalendar calendar) {
    requireOpen("resumed");
    requireReason(reason, "resumed");
    if (state != ClockState.PAUSED) {
      throw refused("is not paused");
    }
    endPause(today, calendar);
  }

  private void endPause(LocalDate on, VersionedCalendar calendar) {
    int days =
        on.isBefore(pausedOn)
            ? 0
            : rule.unit().isWorkingDays()
                ? calendar.days().workingDaysBetween(pausedOn, on)
                : (int) (on.toEpochDay() - pausedOn.toEpochDay());
    pausedDays += days;
    if (extendedTo != null) {
      extendedTo = later(extendedTo, days, calendar);
    }
    pausedOn = null;
    state = ClockState.RUNNING;
    recalculate(calendar);
  }

  /** The clock as a person sees it today. */
  Deadline asOf(LocalDate today, WorkingDayCalendar calendar) {
    return deadline(reminderOn(calendar), stateOn(today));
  }

  private Deadline deadline(LocalDate reminderOn, ClockState shown) {
    return new Deadline(
        id,
        caseReference,
        partnership,
        scope,
        rule,
        triggerOn,
        twoDates,
        originalDueOn,
        dueOn,
        explainedUntil,
        agreed,
        reminderOn,
        shown,
        pausedOn,
        endedOn,
        calendarVersion);
  }

  private LocalDate reminderOn(WorkingDayCalendar calendar) {
    return rule.unit().isWorkingDays()
        ? calendar.minus(dueOn, rule.reminderBefore())
        : dueOn.minusDays(rule.reminderBefore());
  }

  private ClockState stateOn(LocalDate today) {
    if (state != ClockState.RUNNING || !isPast(today)) {
      return state;
    }
    if (agreed != null && !today.isAfter(agreed.until())) {
      return ClockState.OVERDUE_AGREED;
    }
    return explainedUntil != null && !today.isAfter(explainedUntil)
        ? ClockState.OVERDUE_EXPLAINED
        : ClockState.OVERDUE;
  }

  /** Whether a day comes too late; what must be kept so long at least can be kept longer. */
  private boolean isPast(LocalDate day) {
    return day.isAfter(limit()) && !EffectiveRules.isKept(rule);
  }

  /** Whether statute or national guidance sets the date: no one can move it by agreement. */
  private boolean isLaw() {
    return rule.source().isNational();
  }

  /** The date after which it is late. */
  private LocalDate limit() {
    return isLaw() ? originalDueOn : dueOn;
  }

  private LocalDate later(LocalDate date, int days, VersionedCalendar calendar) {
    return rule.unit().isWorkingDays() ? calendar.days().plus(date, days) : date.plusDays(days);
  }

  private void requireOpen(String verb) {
    if (!state.isOpen()) {
      throw refused(
          "was " + state.words() + " on " + Words.date(endedOn) + " and cannot be " + verb);
    }
  }

  private void requireReason(String reason, String verb) {
    if (reason == null || reason.isBlank()) {
      throw refused("cannot be " + verb + " without a reason");
    }
  }

  private void requireLater(LocalDate newDate, LocalDate than, LocalDate today) {
    if (newDate == null || !newDate.isAfter(than)) {
      throw refused("needs a new date after " + Words.date(than));
    }
    if (newDate.isBefore(today)) {
      throw refused("needs a new date that has not passed");
    }
  }

  private ClockRefused refused(String why) {
    return new ClockRefused(Words.clock(rule, scope) + " of " + caseReference + " " + why);
  }
}
