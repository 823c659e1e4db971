package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.PublicationGate;

/**
 * Notes which bodies were sent the version that goes out, and when, from the register of letters.
 */
@ProcessBean("recordNotice")
class RecordNotice implements JavaDelegate {

  private final BodiesLetters letters;
  private final PublicationGate gate;
  private final EngineIdentity identity;

  RecordNotice(BodiesLetters letters, PublicationGate gate, EngineIdentity identity) {
    this.letters = letters;
    this.gate = gate;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    letters.sent(reference).forEach((body, on) -> gate.sent(reference, body, on, by));
  }
}
