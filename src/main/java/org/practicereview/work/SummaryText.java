package org.practicereview.work;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.practicereview.deadlines.WorkingDayCalendar;

/** Says how much work waits for someone: counts, and not a word about any case. */
final class SummaryText {

  static final int SOON = 5;

  private enum When {
    SAFETY("about a child's safety: act now"),
    OVERDUE("overdue"),
    TODAY("due today"),
    SOON("due within " + SummaryText.SOON + " working days"),
    LATER("due later");

    private final String words;

    When(String words) {
      this.words = words;
    }
  }

  private SummaryText() {}

  /**
   * What there is to say, a line for each kind of work; empty if nothing waits.
   *
   * @param since the last working morning: what opened since is new
   * @param stuckMail mails that they have to see to
   */
  static List<String> lines(
      Collection<WaitingTask> tasks,
      int stuckMail,
      ZonedDateTime now,
      ZonedDateTime since,
      WorkingDayCalendar calendar) {
    Map<When, Integer> counted = new EnumMap<>(When.class);
    tasks.forEach(task -> counted.merge(when(task, now, calendar), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    counted.forEach(
        (when, number) ->
            lines.add((number == 1 ? "1 task is " : number + " tasks are ") + when.words));
    long fresh = tasks.stream().filter(task -> task.openedAt().isAfter(since.toInstant())).count();
    if (fresh > 0) {
      lines.add(
          (fresh == 1 ? "1 of them is" : fresh + " of them are") + " new since the last morning");
    }
    if (stuckMail > 0) {
      lines.add(
          stuckMail == 1
              ? "1 mail or letter did not arrive and needs a person"
              : stuckMail + " mails or letters did not arrive and need a person");
    }
    return lines;
  }

  private static When when(WaitingTask task, ZonedDateTime now, WorkingDayCalendar calendar) {
    if (Urgency.isSafety(task.priority())) {
      return When.SAFETY;
    }
    if (task.dueAt() == null) {
      return When.LATER;
    }
    if (task.dueAt().isBefore(now.toInstant())) {
      return When.OVERDUE;
    }
    LocalDate today = now.toLocalDate();
    LocalDate due = LocalDate.ofInstant(task.dueAt(), WorkingDayCalendar.ZONE);
    if (due.equals(today)) {
      return When.TODAY;
    }
    return due.isAfter(calendar.plus(today, SOON)) ? When.LATER : When.SOON;
  }

  /** The mail around the lines. */
  static String mail(List<String> lines, String address, String sender) {
    return """
        This is waiting for you in the review service:

        %s

        Open your task list: %s/camunda/app/tasklist/default/
        Your cases: %s/cases
        What earlier mails like this one said: %s/daily-summary

        This mail comes once on a working day, and only when something is waiting. What is urgent \
        you hear at once.

        %s
        """
        .formatted("- " + String.join("\n- ", lines), address, address, address, sender);
  }
}
