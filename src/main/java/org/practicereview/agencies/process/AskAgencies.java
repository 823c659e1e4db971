package org.practicereview.agencies.process;

import static org.practicereview.agencies.AgencyQuestions.AGENCIES;
import static org.practicereview.agencies.AgencyQuestions.AGENCY_ASKED_ON;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Asks every agency that was chosen in the form and has not been asked yet; each becomes a token of
 * its own in the picture of the journey. In a process for one agency, variable {@code agency} names
 * it, and it alone is asked, also where it had answered that it was not involved.
 */
@ProcessBean("askAgencies")
class AskAgencies implements JavaDelegate {

  private final CaseFacts facts;
  private final AgencyRequests requests;
  private final EngineIdentity identity;

  AskAgencies(CaseFacts facts, AgencyRequests requests, EngineIdentity identity) {
    this.facts = facts;
    this.requests = requests;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    if (execution.getVariable("agency") instanceof String agency) {
      requests.askJoining(reference, agency, by);
    } else if (facts.of(reference).get(AGENCIES.key()) instanceof List<?> chosen) {
      List<String> codes = chosen.stream().map(String::valueOf).toList();
      requests.askNew(reference, codes, facts.date(reference, AGENCY_ASKED_ON), by);
    }
  }
}
