package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Publications;

/** Makes the version of the report that goes to the bodies and then to the public. */
@ProcessBean("preparePublication")
class PreparePublication implements JavaDelegate {

  private final Publications publications;
  private final EngineIdentity identity;

  PreparePublication(Publications publications, EngineIdentity identity) {
    this.publications = publications;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    publications.prepare(
        execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
