package org.practicereview.actionplan.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ClosedPlans;
import org.practicereview.actionplan.NationalFindings;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnerships;

/** Which actions there are, and who carries one out: what models of the action plan ask. */
@ProcessBean("actionPlan")
public class PlanPeople {

  private final ActionPlans plans;
  private final NationalFindings findings;
  private final ClosedPlans closed;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  PlanPeople(
      ActionPlans plans,
      NationalFindings findings,
      ClosedPlans closed,
      CaseFiles cases,
      Partnerships partnerships) {
    this.plans = plans;
    this.findings = findings;
    this.closed = closed;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** Whether a plan that answers every recommendation was put together before, at sign-off. */
  public boolean agreed(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    return plans.exists(reference) && plans.withoutAction(reference).isEmpty();
  }

  /** The codes of the actions of the plan that are to be carried out. */
  public List<String> actions(DelegateExecution execution) {
    return plans.openActions(execution.getProcessBusinessKey());
  }

  /** The codes of the agencies that led an action of the plan. */
  public List<String> leadAgencies(DelegateExecution execution) {
    return closed.leadAgencies(execution.getProcessBusinessKey());
  }

  /** Whether a finding of a national review needs an action here. */
  public boolean findingsToActOn(DelegateExecution execution) {
    return !findings.toActOn(execution.getProcessBusinessKey()).isEmpty();
  }

  /** Whether no action answers one of those findings yet. */
  public boolean findingsUnanswered(DelegateExecution execution) {
    return findingsToActOn(execution)
        && !plans.withoutAction(execution.getProcessBusinessKey()).isEmpty();
  }

  /** The group of the people of the agency that leads the action the process works on. */
  public String leadAgency(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    Object code = execution.getVariable("item");
    String agency =
        plans.of(reference).stream()
            .filter(action -> action.code().equals(code))
            .map(PlannedAction::leadAgency)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(code + " is no action of the plan of " + reference));
    return partnerships.get(cases.get(reference).partnership()).agencyGroup(agency);
  }
}
