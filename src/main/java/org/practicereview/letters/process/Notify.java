package org.practicereview.letters.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;

/**
 * Sends a short internal e-mail. Properties: {@code notice}, {@code to}, and {@code clock} where it
 * is about one. Besides roles, {@code to} may say {@code clock-owner} and {@code clock-escalation}:
 * those whom the rule of the clock names, so that the table of clocks alone says who they are. With
 * {@code once} set to {@code day}, no one has the same notice of a case twice on one day, however
 * often the step is taken.
 *
 * <p>The clock is looked at again before: see {@link LookedAtAgain}. What comes days late because
 * the service was off goes in one mail a person.
 */
@ProcessBean("notify")
class Notify implements JavaDelegate {

  private final Letters letters;
  private final LookedAtAgain again;
  private final LateNews late;
  private final EngineIdentity identity;
  private final Clock time;

  Notify(Letters letters, LookedAtAgain again, LateNews late, EngineIdentity identity, Clock time) {
    this.letters = letters;
    this.again = again;
    this.late = late;
    this.identity = identity;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    String notice = properties.required("notice");
    properties.required("to");
    String clock = properties.optional("clock").orElse("");
    Optional<Deadline> about = again.clock(execution.getProcessBusinessKey(), clock, step.scope());
    if (again.isSettled(notice, about)) {
      return;
    }
    boolean reminder = LookedAtAgain.isReminder(notice);
    Optional<Rule> rule = about.map(Deadline::rule);
    letters.write(
        new LetterRequest(
            execution.getProcessBusinessKey(),
            notice,
            properties.list("to").stream().flatMap(to -> recipients(to, rule)).toList(),
            step.scope(),
            false,
            List.of(),
            clock,
            properties
                .optional("once")
                .filter("day"::equals)
                .map(day -> keyOfToday(step, notice))
                .orElseGet(() -> step.key(notice)),
            step.by(),
            about
                .map(known -> reminder ? known.reminderAt() : known.overdueAt())
                .flatMap(late::of)
                .orElse(null)));
  }

  private String keyOfToday(Step step, String notice) {
    return String.join(
        ":",
        step.execution().getProcessBusinessKey(),
        step.scope(),
        LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE).toString(),
        notice);
  }

  private static Stream<String> recipients(String to, Optional<Rule> rule) {
    return switch (to) {
      case "clock-owner" -> rule.stream().map(Rule::ownerRole);
      case "clock-escalation" -> rule.stream().flatMap(one -> one.escalationRoles().stream());
      default -> Stream.of(to);
    };
  }
}
