package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Preparation;

/** Makes the version of the report that goes to the bodies and then to the public. */
@ProcessBean("preparePublication")
class PreparePublication implements JavaDelegate {

  private final Preparation preparation;
  private final EngineIdentity identity;

  PreparePublication(Preparation preparation, EngineIdentity identity) {
    this.preparation = preparation;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    preparation.prepare(
        execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
