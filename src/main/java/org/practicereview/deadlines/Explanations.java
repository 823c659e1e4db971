package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.deadlines.Explanation.CountedDay;

/** Counts a clock out loud. */
final class Explanations {

  private Explanations() {}

  /** Why the clock is due when it is due, with the citation. */
  static String sentence(Deadline deadline, WorkingDayCalendar calendar) {
    Rule rule = deadline.rule();
    StringBuilder sentence =
        new StringBuilder(Words.clock(rule, deadline.scope()))
            .append(" is due on ")
            .append(Words.date(deadline.originalDueOn()))
            .append(": ")
            .append(counted(deadline.counting()))
            .append(" (")
            .append(rule.citation())
            .append(")");
    LocalDate unmoved = deadline.counting().unmoved(calendar);
    if (!unmoved.equals(deadline.originalDueOn())) {
      sentence
          .append("; that would be ")
          .append(Words.date(unmoved))
          .append(
              deadline.counting().dayOff() == DayOff.NEXT
                  ? ", which is no working day, so it moves on"
                  : ", which is no working day, so it moves back");
    }
    if (deadline.twoDates() != null) {
      sentence.append("; ").append(twoDates(deadline));
    }
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

  private static String twoDates(Deadline deadline) {
    TwoDates dates = deadline.twoDates();
    return "guidance counts "
        + counted(dates.guidance())
        + ", to "
        + Words.date(dates.guidanceDueOn())
        + ", and this partnership counts "
        + counted(deadline.rule().from(deadline.triggerOn()))
        + ", to "
        + Words.date(dates.localDueOn())
        + "; the earlier date holds";
  }

  private static String counted(Counting counting) {
    // A clock without a length is due on a day that a person has named.
    return (counting.length() == 0
            ? "on that day "
            : counting.unit().of(counting.length())
                + (counting.direction() == Direction.AFTER ? " after " : " before ")
                + Words.date(counting.from())
                + ", when ")
        + Words.trigger(counting.trigger());
  }

  /** The days from the trigger to what the rule alone gives. */
  static List<CountedDay> days(Deadline deadline, WorkingDayCalendar calendar) {
    Counting counting = deadline.counting();
    int step = counting.direction() == Direction.AFTER ? 1 : -1;
    List<CountedDay> days = new ArrayList<>();
    if (counting.unit() == Unit.MONTHS) {
      for (int month = 1; month <= counting.length(); month++) {
        // Always from the trigger: 31 January, 28 February, 31 March.
        days.add(counted(counting.from().plusMonths((long) step * month), month));
      }
      return days;
    }
    LocalDate date = counting.from();
    for (int number = 0; number < counting.length(); ) {
      date = date.plusDays(step);
      String reason =
          counting.unit().isWorkingDays() ? calendar.whyNotWorking(date).orElse("") : "";
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
