package org.practicereview.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.report.Drafts;

/** Files the newest draft as the report that was signed off. */
@ProcessBean("fileFinalReport")
class FileFinalReport implements JavaDelegate {

  private final Drafts drafts;
  private final EngineIdentity identity;

  FileFinalReport(Drafts drafts, EngineIdentity identity) {
    this.drafts = drafts;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    drafts.signedOff(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
