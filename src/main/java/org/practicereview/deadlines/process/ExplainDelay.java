package org.practicereview.deadlines.process;

import static org.practicereview.deadlines.ClockQuestions.DELAY_REASONS;
import static org.practicereview.deadlines.ClockQuestions.NEW_DUE_ON;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.ClockRefused;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Notes beside the clock in the user task's property {@code clock} what the form {@code
 * explain-delay} says: why it is late, and until when. Where the work was done meanwhile, nothing
 * is left to explain to the clock.
 */
@ProcessBean("explainDelay")
class ExplainDelay implements TaskListener {

  private final Clocks clocks;
  private final ClockNames names;
  private final CaseFacts facts;
  private final EngineIdentity identity;

  ExplainDelay(Clocks clocks, ClockNames names, CaseFacts facts, EngineIdentity identity) {
    this.clocks = clocks;
    this.names = names;
    this.facts = facts;
    this.identity = identity;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    ClockName name =
        names.of(
            execution, ElementProperties.of(task.getBpmnModelElementInstance()).required("clock"));
    clocks.find(name).filter(Deadline::isOpen).ifPresent(this::explain);
  }

  private void explain(Deadline deadline) {
    String reference = deadline.caseReference();
    LocalDate newDate =
        facts
            .date(reference, NEW_DUE_ON)
            .orElseThrow(() -> new ClockRefused("It is not said when the work will be done"));
    clocks.explainDelay(
        new ClockName(reference, deadline.rule().id(), deadline.scope()),
        facts.text(reference, DELAY_REASONS).orElse(""),
        newDate,
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
