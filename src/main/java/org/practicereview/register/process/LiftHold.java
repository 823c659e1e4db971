package org.practicereview.register.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.register.ParallelProceedings;

/** Lets publication go on as far as the proceedings that the process works on are concerned. */
@ProcessBean("liftHold")
class LiftHold implements JavaDelegate {

  private final ParallelProceedings proceedings;
  private final EngineIdentity identity;

  LiftHold(ParallelProceedings proceedings, EngineIdentity identity) {
    this.proceedings = proceedings;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    proceedings.lift(
        execution.getProcessBusinessKey(),
        Scope.ofWork(execution::getVariable),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
