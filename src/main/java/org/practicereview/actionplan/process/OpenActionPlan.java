package org.practicereview.actionplan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Opens the approved action plan: from then on each action is followed on its own. */
@ProcessBean("openActionPlan")
class OpenActionPlan implements JavaDelegate {

  private final ActionPlans plans;
  private final EngineIdentity identity;

  OpenActionPlan(ActionPlans plans, EngineIdentity identity) {
    this.plans = plans;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.open(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
