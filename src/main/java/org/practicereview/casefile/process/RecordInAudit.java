package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Writes the sentence in the element's property {@code event} into the case's trail. */
@ProcessBean("recordInAudit")
class RecordInAudit implements JavaDelegate {

  private final AuditTrail audit;
  private final EngineIdentity identity;

  RecordInAudit(AuditTrail audit, EngineIdentity identity) {
    this.audit = audit;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    audit.record(
        execution.getProcessBusinessKey(),
        identity.user().orElse(AuditTrail.SYSTEM),
        ElementProperties.of(execution).required("event"));
  }
}
