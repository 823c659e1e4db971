package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Notes how far an agency's return is, from the element's property {@code state}. A return that
 * comes after the agency was marked overdue is kept and flagged as late.
 */
@ProcessBean("recordReturn")
class RecordReturn implements JavaDelegate {

  private final CaseAgencies agencies;
  private final EngineIdentity identity;

  RecordReturn(CaseAgencies agencies, EngineIdentity identity) {
    this.agencies = agencies;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String agency = (String) execution.getVariable("agency");
    String state = ElementProperties.of(execution).required("state");
    agencies.mark(
        reference,
        agency,
        state.equals("returned") && isOverdue(reference, agency) ? "returned-late" : state,
        identity.user().orElse(AuditTrail.SYSTEM));
  }

  private boolean isOverdue(String reference, String agency) {
    return agencies.of(reference).stream()
        .filter(asked -> asked.agency().equals(agency))
        .map(CaseAgency::state)
        .anyMatch("overdue"::equals);
  }
}
