package org.practicereview.naming.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CasePeople;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.naming.CaseNaming;

/**
 * Gives the account that was chosen in a form sight of the case. Properties: {@code as}, see {@link
 * CasePeople}, {@code form} and {@code account}, the key of the question in it. Whoever was named
 * like that before, for the same agency, is named no longer. Where no account was chosen, no one is
 * named: a business manager does it later, on the case page.
 */
@ProcessBean("nameOnCase")
class NameOnCase implements JavaDelegate {

  private final Answers answers;
  private final CasePeople people;
  private final CaseNaming naming;
  private final EngineIdentity identity;

  NameOnCase(Answers answers, CasePeople people, CaseNaming naming, EngineIdentity identity) {
    this.answers = answers;
    this.people = people;
    this.naming = naming;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ElementProperties properties = ElementProperties.of(execution);
    String reference = execution.getProcessBusinessKey();
    String as = properties.required("as");
    String agency =
        as.equals(CasePeople.TEAM_MEMBER) ? (String) execution.getVariable("agency") : "";
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    people.endAll(reference, as, agency, by);
    // What was chosen an earlier time, for someone else, must not count: so not the facts.
    answers
        .latest(reference, properties.required("form"), agency)
        .map(given -> given.values().get(properties.required("account")))
        .map(Object::toString)
        .filter(account -> !account.isBlank())
        .ifPresent(account -> naming.name(reference, account, as, agency, by));
  }
}
