package org.practicereview.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.report.Copies;

/** Takes back every reading copy of the case. Property: {@code reason}. */
@ProcessBean("revokeReadingCopies")
class RevokeReadingCopies implements JavaDelegate {

  private final Copies copies;
  private final EngineIdentity identity;

  RevokeReadingCopies(Copies copies, EngineIdentity identity) {
    this.copies = copies;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    copies.revokeAll(
        execution.getProcessBusinessKey(),
        identity.user().orElse(AuditTrail.SYSTEM),
        ElementProperties.of(execution).required("reason"));
  }
}
