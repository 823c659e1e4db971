package org.practicereview.agencies.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.ReturnState;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Notes how far an agency's return is, from the element's property {@code state}: {@code
 * not-involved}, {@code returned} or {@code overdue}; {@code date} names the fact that says on
 * which day, where a form asks for it. A return after its due date is kept like any other and
 * flagged as late; an answer is never overwritten by {@code overdue}.
 */
@ProcessBean("recordAgencyAnswer")
class RecordAgencyAnswer implements JavaDelegate {

  private final CaseAgencies agencies;
  private final CaseFacts facts;
  private final EngineIdentity identity;
  private final Clock clock;

  RecordAgencyAnswer(CaseAgencies agencies, CaseFacts facts, EngineIdentity identity, Clock clock) {
    this.agencies = agencies;
    this.facts = facts;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String agency = (String) execution.getVariable("agency");
    ReturnState state = ReturnState.of(ElementProperties.of(execution).required("state"));
    CaseAgency asked = agencies.get(reference, agency);
    if (state == ReturnState.OVERDUE && asked.hasAnswered()) {
      return;
    }
    agencies.mark(
        reference,
        agency,
        state == ReturnState.RETURNED && isLate(asked, answeredOn(execution, agency))
            ? ReturnState.RETURNED_LATE
            : state,
        identity.user().orElse(AuditTrail.SYSTEM));
  }

  /** The day the agency names; that of the record where it names none. */
  private LocalDate answeredOn(DelegateExecution execution, String agency) {
    return ElementProperties.of(execution)
        .optional("date")
        .flatMap(fact -> facts.date(execution.getProcessBusinessKey(), agency, fact))
        .orElse(LocalDate.now(clock));
  }

  private static boolean isLate(CaseAgency asked, LocalDate answeredOn) {
    return asked.dueOn() != null && answeredOn.isAfter(asked.dueOn());
  }
}
