package org.practicereview.deadlines.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Notes that what the clock in the element's property {@code clock} watches is done: on the date in
 * the fact that property {@code date} names, else today. Where the clock has ended before, for
 * example because someone cancelled it, nothing happens.
 */
@ProcessBean("stopClock")
class StopClock implements JavaDelegate {

  private final Clocks clocks;
  private final ClockNames names;
  private final CaseFacts facts;
  private final EngineIdentity identity;
  private final Clock time;

  StopClock(Clocks clocks, ClockNames names, CaseFacts facts, EngineIdentity identity, Clock time) {
    this.clocks = clocks;
    this.names = names;
    this.facts = facts;
    this.identity = identity;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ElementProperties properties = ElementProperties.of(execution);
    ClockName name = names.of(execution, properties.required("clock"));
    clocks.find(name).filter(Deadline::isOpen).ifPresent(deadline -> stop(deadline, properties));
  }

  private void stop(Deadline deadline, ElementProperties properties) {
    LocalDate today = LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE);
    LocalDate on =
        properties.list("date").stream()
            .flatMap(fact -> facts.date(deadline.caseReference(), deadline.scope(), fact).stream())
            .findFirst()
            // A date from an earlier round of the same work says nothing of this one. A clock that
            // counts back from a day is met before that day.
            .filter(date -> countsBack(deadline) || !date.isBefore(deadline.triggerOn()))
            .orElse(today);
    clocks.stop(
        new ClockName(deadline.caseReference(), deadline.rule().id(), deadline.scope()),
        on,
        identity.user().orElse(AuditTrail.SYSTEM));
  }

  private static boolean countsBack(Deadline deadline) {
    return deadline.dueOn().isBefore(deadline.triggerOn());
  }
}
