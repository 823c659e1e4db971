package org.practicereview.letters.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.springframework.stereotype.Component;

/**
 * Looks at a clock again before something is written about it. A job that failed is tried again
 * hours later, when the work may be done: nothing says then that it is overdue or near. What it is
 * about, its name says: {@code …-reminder}, or {@code …-overdue}, {@code …-escalation}, {@code
 * …-passed}.
 */
@Component
class LookedAtAgain {

  private final Clocks clocks;
  private final AuditTrail audit;
  private final Clock time;

  LookedAtAgain(Clocks clocks, AuditTrail audit, Clock time) {
    this.clocks = clocks;
    this.audit = audit;
    this.time = time;
  }

  /** The clock that something is about, if there is one. */
  Optional<Deadline> clock(String caseReference, String rule, String scope) {
    return clocks.find(new ClockName(caseReference, rule, scope));
  }

  /** Whether there is nothing left to say about the clock; leaves a trace if so. */
  boolean isSettled(String letter, Optional<Deadline> clock) {
    if (isReminder(letter)) {
      return clock.filter(this::isPast).map(known -> noted(known, "No reminder")).isPresent();
    }
    return speaksOfDelay(letter)
        && clock
            .filter(known -> !known.isOpen())
            .map(known -> noted(known, "No notice that it is overdue"))
            .isPresent();
  }

  /** Whether it reminds of a date that has not passed. */
  static boolean isReminder(String letter) {
    return letter.endsWith("-reminder");
  }

  private static boolean speaksOfDelay(String letter) {
    return letter.endsWith("-overdue")
        || letter.endsWith("-escalation")
        || letter.endsWith("-passed");
  }

  /** "It is due soon" would be untrue; that it is overdue is said by another notice. */
  private boolean isPast(Deadline clock) {
    return !clock.isOpen()
        || clock.dueOn().isBefore(LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE));
  }

  private Deadline noted(Deadline clock, String what) {
    audit.record(
        clock.caseReference(),
        AuditTrail.SYSTEM,
        what
            + " was sent about the clock \""
            + clock.rule().name()
            + (clock.isOpen() ? "\", because its date has passed." : "\", because it has ended."));
    return clock;
  }
}
