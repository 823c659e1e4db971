package org.practicereview.deadlines.process;

import static org.practicereview.deadlines.ClockQuestions.NEW_DUE_ON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * The new date of a delayed practice review lies after the six months that guidance sets (Working
 * Together 2023, chapter 5): an earlier one is no delay, and no one outside is told of one.
 */
@Component
class DateAfterSixMonths implements FormDemand {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Clocks clocks;

  DateAfterSixMonths(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public String name() {
    return "dateAfterSixMonths";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    LocalDate newDate = NEW_DUE_ON.in(answers).orElseThrow();
    Optional<LocalDate> due =
        clocks
            .find(new ClockName(caseReference, "practice-review", ""))
            .filter(Deadline::isOpen)
            .map(Deadline::originalDueOn);
    return due.filter(date -> !newDate.isAfter(date))
        .map(
            date ->
                Map.of(
                    NEW_DUE_ON.key(),
                    "this must lie after "
                        + DAY.format(date)
                        + "; until then the review is not late"))
        .orElse(Map.of());
  }
}
