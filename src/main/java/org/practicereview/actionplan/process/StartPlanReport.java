package org.practicereview.actionplan.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Starts the clock in the element's property {@code clock} for the next report on the action plan.
 * Every report counts from the day on which the executive approved the plan, so that one late
 * report does not put off all that follow.
 */
@ProcessBean("startPlanReport")
class StartPlanReport implements JavaDelegate {

  private final ActionPlans plans;
  private final Clocks clocks;
  private final EngineIdentity identity;

  StartPlanReport(ActionPlans plans, Clocks clocks, EngineIdentity identity) {
    this.plans = plans;
    this.clocks = clocks;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    LocalDate approved =
        plans
            .approvedOn(reference)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The action plan of " + reference + " has not been approved"));
    clocks.start(
        new ClockName(reference, ElementProperties.of(execution).required("clock"), ""),
        approved,
        plans.nextReport(reference),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
