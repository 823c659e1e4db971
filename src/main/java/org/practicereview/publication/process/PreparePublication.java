package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.PublicationGate;

/**
 * Makes the version of the report that goes to the bodies and then to the public. A hold that came
 * since the plan was made is a BPMN error: the day is planned again.
 */
@ProcessBean("preparePublication")
class PreparePublication implements JavaDelegate {

  /** What a model catches when publication is held. */
  private static final String HELD = "publication.held";

  private final PublicationGate gate;
  private final Preparation preparation;
  private final EngineIdentity identity;

  PreparePublication(PublicationGate gate, Preparation preparation, EngineIdentity identity) {
    this.gate = gate;
    this.preparation = preparation;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    if (!gate.holds(reference).isEmpty()) {
      throw new BpmnError(HELD);
    }
    preparation.prepare(reference, identity.user().orElse(AuditTrail.SYSTEM));
  }
}
