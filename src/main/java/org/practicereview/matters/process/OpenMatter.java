package org.practicereview.matters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.CaseScope;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.matters.Matters;

/**
 * Enters a matter of the kind in the element's property {@code kind}. From here on the process
 * works in its scope, so that two of a kind can run at the same time.
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
    String code =
        matters
            .open(
                execution.getProcessBusinessKey(),
                ElementProperties.of(execution).required("kind"),
                identity.user().orElse(AuditTrail.SYSTEM))
            .code();
    execution.setVariable(CaseScope.MATTER, code);
  }
}
