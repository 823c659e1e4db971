package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Publications;

/** Takes what was published off the public pages; refused before its year is up. */
@ProcessBean("removeFromPublicSite")
class RemoveFromPublicSite implements JavaDelegate {

  private final Publications publications;
  private final EngineIdentity identity;

  RemoveFromPublicSite(Publications publications, EngineIdentity identity) {
    this.publications = publications;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    publications.remove(
        execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
