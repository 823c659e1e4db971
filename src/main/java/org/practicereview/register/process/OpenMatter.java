package org.practicereview.register.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.register.Matters;

/**
 * Enters what the process works on in the register of the case, as the kind in property {@code
 * kind}.
 */
@ProcessBean("openMatter")
class OpenMatter implements JavaDelegate {

  private final Matters matters;
  private final EngineIdentity identity;

  OpenMatter(Matters matters, EngineIdentity identity) {
    this.matters = matters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    matters.open(
        execution.getProcessBusinessKey(),
        Scope.ofWork(execution::getVariable),
        ElementProperties.of(execution).required("matter"),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
