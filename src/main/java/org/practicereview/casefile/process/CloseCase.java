package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Closes the case with the outcome in the element's property {@code outcome}. */
@ProcessBean("closeCase")
class CloseCase implements JavaDelegate {

  private final CaseFiles cases;
  private final EngineIdentity identity;

  CloseCase(CaseFiles cases, EngineIdentity identity) {
    this.cases = cases;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cases.close(
        execution.getProcessBusinessKey(),
        ElementProperties.of(execution).required("outcome"),
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
