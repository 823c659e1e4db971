package org.practicereview.actionplan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Moves the actions for which the executive has just given more time, with their clocks. Property:
 * {@code clock}, the clock of an action.
 */
@ProcessBean("extendActions")
class ExtendActions implements JavaDelegate {

  private final ActionPlans plans;
  private final Clocks clocks;
  private final EngineIdentity identity;

  ExtendActions(ActionPlans plans, Clocks clocks, EngineIdentity identity) {
    this.plans = plans;
    this.clocks = clocks;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String clock = ElementProperties.of(execution).required("clock");
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    for (String code : plans.extendedLast(reference)) {
      plans.extend(reference, code, by);
      // The clock of an action whose evidence was accepted meanwhile has ended and stays so.
      String scope = ActionPlans.scope(code);
      ClockName name = new ClockName(reference, clock, scope);
      if (clocks.find(name).filter(Deadline::isOpen).isPresent()) {
        clocks.start(name, by);
      }
    }
  }
}
