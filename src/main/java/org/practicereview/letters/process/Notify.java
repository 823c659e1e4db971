package org.practicereview.letters.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.Rule;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;

/**
 * Sends a short internal e-mail. Properties: {@code notice}, {@code to}, and {@code clock} where it
 * is about one. Besides roles, {@code to} may say {@code clock-owner} and {@code clock-escalation}:
 * those whom the rule of the clock names, so that the table of clocks alone says who they are.
 */
@ProcessBean("notify")
class Notify implements JavaDelegate {

  private final Letters letters;
  private final Clocks clocks;
  private final EngineIdentity identity;

  Notify(Letters letters, Clocks clocks, EngineIdentity identity) {
    this.letters = letters;
    this.clocks = clocks;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    String notice = properties.required("notice");
    properties.required("to");
    String clock = properties.optional("clock").orElse("");
    Optional<Rule> rule =
        clocks.find(execution.getProcessBusinessKey(), clock, step.scope()).map(Deadline::rule);
    letters.write(
        new LetterRequest(
            execution.getProcessBusinessKey(),
            notice,
            properties.list("to").stream().flatMap(to -> recipients(to, rule)).toList(),
            step.scope(),
            false,
            List.of(),
            clock,
            step.key(notice),
            step.by()));
  }

  private static Stream<String> recipients(String to, Optional<Rule> rule) {
    return switch (to) {
      case "clock-owner" -> rule.stream().map(Rule::ownerRole);
      case "clock-escalation" -> rule.stream().flatMap(one -> one.escalationRoles().stream());
      default -> Stream.of(to);
    };
  }
}
