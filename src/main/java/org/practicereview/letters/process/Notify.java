package org.practicereview.letters.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.Clocks;
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
 * those whom the rule of the clock names, so that the table of clocks alone says who they are.
 *
 * <p>A notice whose name ends in {@code -reminder} says nothing once the date of its clock has
 * passed. What comes days late because the service was off goes in one mail a person.
 */
@ProcessBean("notify")
class Notify implements JavaDelegate {

  private static final String REMINDER = "-reminder";

  private final Letters letters;
  private final Clocks clocks;
  private final LateNews late;
  private final AuditTrail audit;
  private final EngineIdentity identity;
  private final Clock time;

  Notify(
      Letters letters,
      Clocks clocks,
      LateNews late,
      AuditTrail audit,
      EngineIdentity identity,
      Clock time) {
    this.letters = letters;
    this.clocks = clocks;
    this.late = late;
    this.audit = audit;
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
    Optional<Deadline> about = clocks.find(execution.getProcessBusinessKey(), clock, step.scope());
    boolean reminder = notice.endsWith(REMINDER);
    if (reminder && about.filter(this::isPast).isPresent()) {
      audit.record(
          execution.getProcessBusinessKey(),
          AuditTrail.SYSTEM,
          "No reminder of the clock \""
              + about.get().rule().name()
              + "\" was sent, because there is nothing left to remind of: it has ended, or its"
              + " date has passed.");
      return;
    }
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
            step.key(notice),
            step.by(),
            about
                .map(known -> reminder ? known.reminderAt() : known.overdueAt())
                .flatMap(late::of)
                .orElse(null)));
  }

  /** "It is due soon" would be untrue; that it is overdue is said by another notice. */
  private boolean isPast(Deadline clock) {
    return !clock.isOpen()
        || clock.dueOn().isBefore(LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE));
  }

  private static Stream<String> recipients(String to, Optional<Rule> rule) {
    return switch (to) {
      case "clock-owner" -> rule.stream().map(Rule::ownerRole);
      case "clock-escalation" -> rule.stream().flatMap(one -> one.escalationRoles().stream());
      default -> Stream.of(to);
    };
  }
}
