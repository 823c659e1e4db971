package org.practicereview.naming.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CasePeople;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Ends the sight of the case for whoever is named on it: property {@code as}, see {@link
 * CasePeople}; for members those of the agency that variable {@code agency} names.
 */
@ProcessBean("endNaming")
class EndNaming implements JavaDelegate {

  private final CasePeople people;
  private final EngineIdentity identity;

  EndNaming(CasePeople people, EngineIdentity identity) {
    this.people = people;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String as = ElementProperties.of(execution).required("as");
    people.endAll(
        execution.getProcessBusinessKey(),
        as,
        as.equals(CasePeople.TEAM_MEMBER) ? (String) execution.getVariable("agency") : "",
        identity.user().orElse(AuditTrail.SYSTEM));
  }
}
