package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.deadlines.Explanation.CountedDay;

/** Counts a clock out loud. */
final class Explanations {

  private Explanations() {}

  /** Why the clock is due when it is due, with the citation. */
  static String sentence(Deadline deadline) {
    Rule rule = deadline.rule();
    StringBuilder sentence =
        new StringBuilder(Words.clock(rule, deadline.scope()))
            .append(" is due on ")
            .append(Words.date(deadline.originalDueOn()))
            .append(": ")
            .append(counted(deadline))
            .append(Words.trigger(rule.trigger()))
            .append(" (")
            .append(rule.citation())
            .append(")");
    if (!deadline.dueOn().equals(deadline.originalDueOn())) {
      sentence.append("; it was put off to ").append(Words.date(deadline.dueOn()));
    }
    if (deadline.agreed() != null) {
      sentence
          .append("; the Panel has agreed to a second date, ")
          .append(Words.date(deadline.agreed().until()))
          .append(", in its letter of ")
          .append(Words.date(deadline.agreed().letterOn()))
          .append(" (")
          .append(deadline.agreed().letterReference())
          .append(")");
    }
    if (deadline.explainedUntil() != null
        && (deadline.agreed() == null
            || !deadline.agreed().until().equals(deadline.explainedUntil()))) {
      sentence
          .append("; the delay was explained, and the new date is ")
          .append(Words.date(deadline.explainedUntil()));
    }
    return sentence.append(".").toString();
  }

  private static String counted(Deadline deadline) {
    Rule rule = deadline.rule();
    // A clock without a length is due on a day that a person has named.
    return rule.length() == 0
        ? "on that day "
        : rule.lengthInWords()
            + (rule.direction() == Direction.AFTER ? " after " : " before ")
            + Words.date(deadline.triggerOn())
            + ", when ";
  }

  /** The days from the trigger to what the rule alone gives. */
  static List<CountedDay> days(Deadline deadline, WorkingDayCalendar calendar) {
    Rule rule = deadline.rule();
    int step = rule.direction() == Direction.AFTER ? 1 : -1;
    List<CountedDay> days = new ArrayList<>();
    if (rule.unit() == Unit.MONTHS) {
      for (int month = 1; month <= rule.length(); month++) {
        // Always from the trigger: 31 January, 28 February, 31 March.
        days.add(counted(deadline.triggerOn().plusMonths((long) step * month), month));
      }
      return days;
    }
    LocalDate date = deadline.triggerOn();
    for (int number = 0; number < rule.length(); ) {
      date = date.plusDays(step);
      String reason =
          rule.unit() == Unit.WORKING_DAYS ? calendar.whyNotWorking(date).orElse("") : "";
      if (reason.isEmpty()) {
        number++;
        days.add(counted(date, number));
      } else {
        days.add(new CountedDay(date, WorkingDayCalendar.weekday(date), 0, reason));
      }
    }
    return days;
  }

  private static CountedDay counted(LocalDate date, int number) {
    return new CountedDay(date, WorkingDayCalendar.weekday(date), number, "");
  }
}
