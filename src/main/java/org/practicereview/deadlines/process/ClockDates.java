package org.practicereview.deadlines.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.ClockRefused;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.ProcessBean;

/**
 * The moments at which a model's timers fire and its tasks are due. A timer of a clock that is
 * paused or has ended waits for ever: its moment is centuries away, until the clock runs on.
 */
@ProcessBean("clocks")
public class ClockDates {

  /** As good as never, and still a year that every database and screen can show. */
  static final Instant NEVER =
      LocalDate.of(3000, 1, 1).atTime(9, 0).atZone(WorkingDayCalendar.ZONE).toInstant();

  private final Clocks clocks;
  private final ClockNames names;
  private final Clock time;

  ClockDates(Clocks clocks, ClockNames names, Clock time) {
    this.clocks = clocks;
    this.names = names;
    this.time = time;
  }

  /** 17:00 on the due date; null, that is no due date, if the clock was never started. */
  public Date dueAt(DelegateExecution execution, String rule) {
    return find(names.of(execution, rule)).map(Deadline::dueAt).map(Date::from).orElse(null);
  }

  /**
   * 09:00 on the day of the reminder, or now if that has passed.
   *
   * @throws ClockRefused if the clock was never started
   */
  public Date reminderAt(DelegateExecution execution, String rule) {
    Deadline deadline = started(names.of(execution, rule));
    return timer(deadline, deadline.reminderAt());
  }

  /**
   * 09:00 on the day after the due date, which no explanation and no agreement moves; now if that
   * has passed.
   *
   * @throws ClockRefused if the clock was never started
   */
  public Date overdueAt(DelegateExecution execution, String rule) {
    Deadline deadline = started(names.of(execution, rule));
    return timer(deadline, deadline.overdueAt());
  }

  /**
   * 09:00 on the day after the date that was named for a delay or agreed by the Panel, or now if
   * that has passed. Now, too, once the clock has ended: no one waits for that date any more.
   *
   * @throws ClockRefused if the clock was never started
   */
  public Date newDatePassedAt(DelegateExecution execution, String rule) {
    Deadline deadline = started(names.of(execution, rule));
    if (!deadline.isOpen()) {
      return Date.from(time.instant());
    }
    return deadline
        .newDatePassedAt()
        .map(moment -> timer(deadline, moment))
        .orElse(Date.from(NEVER));
  }

  /** Whether what a clock watches is still to be done. */
  public boolean isOpen(DelegateExecution execution, String rule) {
    return find(names.of(execution, rule)).filter(Deadline::isOpen).isPresent();
  }

  /** Whether the due date of a clock has passed, and nothing was done. */
  public boolean isOverdue(DelegateExecution execution, String rule) {
    return find(names.of(execution, rule))
        .filter(Deadline::isOpen)
        .filter(deadline -> deadline.dueOn().isBefore(today()))
        .isPresent();
  }

  /** Whether a delay was explained, and the date named or agreed then has not passed. */
  public boolean hasNewDate(DelegateExecution execution, String rule) {
    return find(names.of(execution, rule))
        .filter(deadline -> deadline.hasNewDate(today()))
        .isPresent();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE);
  }

  /**
   * Whether what a clock watches was done after its due date. Worked out from the dates, so that no
   * one is asked.
   *
   * @throws ClockRefused if the clock was never started
   */
  public boolean wasLate(DelegateExecution execution, String rule) {
    return started(names.of(execution, rule)).state() == ClockState.MET_LATE;
  }

  private Date timer(Deadline deadline, Instant moment) {
    if (!deadline.isOpen() || deadline.state() == ClockState.PAUSED) {
      return Date.from(NEVER);
    }
    Instant now = time.instant();
    return Date.from(moment.isBefore(now) ? now : moment);
  }

  private Optional<Deadline> find(ClockName name) {
    return clocks.find(name);
  }

  private Deadline started(ClockName name) {
    return find(name)
        .orElseThrow(
            () ->
                new ClockRefused(
                    "A timer waits for the clock \""
                        + name.rule()
                        + "\" of "
                        + name.caseReference()
                        + ", which was never started"));
  }
}
