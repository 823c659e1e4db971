package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.springframework.context.ApplicationEventPublisher;

/** Closes the case with the outcome in the element's property {@code outcome}. */
@ProcessBean("closeCase")
class CloseCase implements JavaDelegate {

  private final CaseFiles cases;
  private final EngineIdentity identity;
  private final ApplicationEventPublisher events;

  CloseCase(CaseFiles cases, EngineIdentity identity, ApplicationEventPublisher events) {
    this.cases = cases;
    this.identity = identity;
    this.events = events;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    cases.close(reference, ElementProperties.of(execution).required("outcome"), by);
    events.publishEvent(new CaseClosed(reference, by));
  }
}
