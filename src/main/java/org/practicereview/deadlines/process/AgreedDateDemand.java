package org.practicereview.deadlines.process;

import static org.practicereview.deadlines.ClockQuestions.AGREED_DATE_CLOCK;
import static org.practicereview.deadlines.ClockQuestions.AGREED_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.AGREED_LETTER_ON;

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
 * A date that the Panel has agreed to belongs to a clock that runs, lies after the date that
 * guidance sets, and was agreed once that clock had begun.
 */
@Component
class AgreedDateDemand implements FormDemand {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Clocks clocks;

  AgreedDateDemand(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public String name() {
    return "agreedDate";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Optional<Deadline> clock =
        clocks
            .find(new ClockName(caseReference, AGREED_DATE_CLOCK.in(answers), ""))
            .filter(Deadline::isOpen);
    if (clock.isEmpty()) {
      return Map.of(
          AGREED_DATE_CLOCK.key(), "this is not running in this case, so it needs no new date");
    }
    LocalDate due = clock.get().originalDueOn();
    LocalDate from = clock.get().triggerOn();
    if (!AGREED_DUE_ON.in(answers).orElseThrow().isAfter(due)) {
      return Map.of(
          AGREED_DUE_ON.key(),
          "this must be after " + DAY.format(due) + ", the date guidance sets");
    }
    if (AGREED_LETTER_ON.in(answers).orElseThrow().isBefore(from)) {
      return Map.of(
          AGREED_LETTER_ON.key(),
          "this must not be before " + DAY.format(from) + ", from which the time counts");
    }
    return Map.of();
  }
}
