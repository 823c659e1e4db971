package org.practicereview.report.process;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.report.Copies;
import org.practicereview.report.ReadingCopy;

/**
 * Gives reading copies of the newest draft. Properties: {@code to}, roles, or {@code agencies} for
 * every agency in the review; {@code until}, the fact that says the last day, empty for until they
 * are taken back.
 */
@ProcessBean("giveReadingCopies")
class GiveReadingCopies implements JavaDelegate {

  private final Copies copies;
  private final CaseAgencies agencies;
  private final CaseFacts facts;
  private final EngineIdentity identity;

  GiveReadingCopies(
      Copies copies, CaseAgencies agencies, CaseFacts facts, EngineIdentity identity) {
    this.copies = copies;
    this.agencies = agencies;
    this.facts = facts;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ElementProperties properties = ElementProperties.of(execution);
    String reference = execution.getProcessBusinessKey();
    properties.required("to");
    List<String> holders =
        properties.list("to").stream()
            .flatMap(
                to ->
                    to.equals("agencies")
                        ? inReview(reference).stream()
                        : List.of(ReadingCopy.ROLE + to).stream())
            .toList();
    LocalDate until =
        properties.optional("until").flatMap(fact -> facts.date(reference, fact)).orElse(null);
    copies.give(reference, holders, until, identity.user().orElse(AuditTrail.SYSTEM));
  }

  private List<String> inReview(String reference) {
    return agencies.of(reference).stream()
        .filter(CaseAgency::isInvolved)
        .map(CaseAgency::agency)
        .toList();
  }
}
