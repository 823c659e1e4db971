package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseWords;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Writes the sentence in the element's property {@code event} into the case's trail. */
@ProcessBean("recordInAudit")
class RecordInAudit implements JavaDelegate {

  private final AuditTrail audit;
  private final EngineIdentity identity;
  private final CaseWords words;

  RecordInAudit(AuditTrail audit, EngineIdentity identity, CaseWords words) {
    this.words = words;
    this.audit = audit;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    audit.record(
        reference,
        identity.user().orElse(AuditTrail.SYSTEM),
        words.say(reference, ElementProperties.of(execution).required("event")));
  }
}
