package org.practicereview.actionplan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.actionplan.ClosedPlans;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Closes the plan that was signed off: what became of each action is kept for its lead agency. */
@ProcessBean("closeActionPlan")
class CloseActionPlan implements JavaDelegate {

  private final ClosedPlans plans;
  private final EngineIdentity identity;

  CloseActionPlan(ClosedPlans plans, EngineIdentity identity) {
    this.plans = plans;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.close(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
