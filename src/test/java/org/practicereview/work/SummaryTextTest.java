package org.practicereview.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.WorkingDayCalendar;

@DisplayName("The daily summary")
class SummaryTextTest {

  private static final ZonedDateTime FRIDAY =
      ZonedDateTime.of(2026, 5, 22, 8, 0, 0, 0, WorkingDayCalendar.ZONE);
  private static final ZonedDateTime THURSDAY = FRIDAY.minusDays(1);

  private final WorkingDayCalendar calendar = new WorkingDayCalendar(List.of());

  @Test
  @DisplayName("counts what waits, a child's safety first")
  void counts() {
    assertThat(
            lines(
                0,
                task("2026-05-22T07:00:00Z", 100),
                task("2026-05-21T16:00:00Z", 75),
                task("2026-05-20T16:00:00Z", 50),
                task("2026-05-22T16:00:00Z", 50),
                task("2026-05-29T16:00:00Z", 50),
                task("2026-06-02T16:00:00Z", 50),
                task(null, 25)))
        .containsExactly(
            "1 task is about a child's safety: act now",
            "2 tasks are overdue",
            "1 task is due today",
            "1 task is due within 5 working days",
            "2 tasks are due later");
  }

  @Test
  @DisplayName("says what is new since the last working morning, and which mail did not arrive")
  void newWorkAndMail() {
    WaitingTask fresh =
        new WaitingTask("n", null, Instant.parse("2026-05-21T12:00:00Z"), 50, "essex");
    assertThat(lines(2, fresh, task(null, 50)))
        .containsExactly(
            "2 tasks are due later",
            "1 of them is new since the last morning",
            "2 mails or letters did not arrive and need a person");
  }

  @Test
  @DisplayName("says nothing when nothing waits")
  void nothing() {
    assertThat(lines(0)).isEmpty();
  }

  private List<String> lines(int mail, WaitingTask... tasks) {
    return SummaryText.lines(List.of(tasks), mail, FRIDAY, THURSDAY, calendar);
  }

  private static WaitingTask task(String due, int priority) {
    return new WaitingTask(
        String.valueOf(due),
        due == null ? null : Instant.parse(due),
        Instant.parse("2026-05-11T09:00:00Z"),
        priority,
        "essex");
  }
}
