package org.practicereview.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A clock of a case, as it stands today. All times of day are London time.
 *
 * @param id of this clock
 * @param caseReference the case
 * @param partnership id of the partnership whose case it is
 * @param scope code of the agency whose clock it is, or empty
 * @param rule the rule when the clock started, with the partnership's changes
 * @param triggerOn the date it counts from
 * @param twoDates the date of guidance and that of the partnership's own way of counting, where
 *     these differ, or null
 * @param originalDueOn what the rule alone gives; the earlier of two dates
 * @param dueOn what holds: with pauses and extensions
 * @param explainedUntil the date named when a delay was last explained, or agreed by the Panel, or
 *     null; it moves nothing
 * @param agreed the date that the Panel has agreed to, beside the due date, or null
 * @param reminderOn when the owner is reminded
 * @param state as of today
 * @param pausedOn since when it is paused, or null
 * @param endedOn when it was met or cancelled, or null
 * @param calendarVersion version of the calendar with which it was last worked out
 */
public record Deadline(
    String id,
    String caseReference,
    String partnership,
    String scope,
    Rule rule,
    LocalDate triggerOn,
    TwoDates twoDates,
    LocalDate originalDueOn,
    LocalDate dueOn,
    LocalDate explainedUntil,
    AgreedDate agreed,
    LocalDate reminderOn,
    ClockState state,
    LocalDate pausedOn,
    LocalDate endedOn,
    int calendarVersion) {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

  /** Whether what it watches is still to be done. */
  public boolean isOpen() {
    return state.isOpen();
  }

  /** Whether another date was named or agreed after an explanation, and has not passed. */
  public boolean hasNewDate(LocalDate today) {
    return explainedUntil != null && !today.isAfter(explainedUntil);
  }

  /** How the due date was worked out; of two dates the earlier. */
  public Counting counting() {
    return twoDates != null && twoDates.isGuidanceEarlier()
        ? twoDates.guidance()
        : rule.from(triggerOn);
  }

  /** How it stands, for example {@code overdue, new date agreed 3 June 2026}. */
  public String stateInWords() {
    return switch (state) {
      case OVERDUE_AGREED -> state.words() + " " + Words.shortDate(agreed.until());
      case OVERDUE_EXPLAINED -> state.words() + ", new date " + Words.shortDate(explainedUntil);
      default -> state.words();
    };
  }

  /** 09:00 on the day of the reminder. */
  public Instant reminderAt() {
    return at(reminderOn, MORNING);
  }

  /** 17:00 on the due date. */
  public Instant dueAt() {
    return at(dueOn, CLOSE_OF_BUSINESS);
  }

  /** 09:00 on the day after the due date, whatever was explained or agreed. */
  public Instant overdueAt() {
    return at(dueOn.plusDays(1), MORNING);
  }

  /** 09:00 on the day after the date that was last named or agreed; empty where there is none. */
  public Optional<Instant> newDatePassedAt() {
    return Optional.ofNullable(explainedUntil).map(date -> at(date.plusDays(1), MORNING));
  }

  /** Whether nothing that a person or a timer waits for differs. */
  boolean hasSameDatesAs(Deadline other) {
    return originalDueOn.equals(other.originalDueOn)
        && dueOn.equals(other.dueOn)
        && reminderOn.equals(other.reminderOn);
  }

  private static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(WorkingDayCalendar.ZONE).toInstant();
  }
}
