package org.practicereview.register.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.register.Matters;

/** Notes that the matter the process works on has ended. */
@ProcessBean("endMatter")
class EndMatter implements JavaDelegate {

  private final Matters matters;
  private final EngineIdentity identity;

  EndMatter(Matters matters, EngineIdentity identity) {
    this.matters = matters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    matters.end(
        execution.getProcessBusinessKey(),
        Scope.ofWork(execution::getVariable),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
