package org.practicereview.register.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.register.ParallelProceedings;

/** Holds publication for the proceedings that the process works on. */
@ProcessBean("holdPublication")
class HoldPublication implements JavaDelegate {

  private final ParallelProceedings proceedings;
  private final EngineIdentity identity;

  HoldPublication(ParallelProceedings proceedings, EngineIdentity identity) {
    this.proceedings = proceedings;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    proceedings.hold(
        execution.getProcessBusinessKey(),
        Scope.ofWork(execution::getVariable),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
