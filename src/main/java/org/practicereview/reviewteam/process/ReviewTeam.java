package org.practicereview.reviewteam.process;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.reviewteam.PapersRead;
import org.practicereview.reviewteam.RecordAlerts;
import org.practicereview.reviewteam.ReviewDates;
import org.practicereview.reviewteam.TeamMembers;

/** What process models ask about the team of a review. */
@ProcessBean("reviewTeam")
public class ReviewTeam {

  private final TeamMembers team;
  private final ReviewDates dates;
  private final RecordAlerts alerts;
  private final PapersRead papers;
  private final HistoryService history;
  private final EngineIdentity identity;

  ReviewTeam(
      TeamMembers team,
      ReviewDates dates,
      RecordAlerts alerts,
      PapersRead papers,
      HistoryService history,
      EngineIdentity identity) {
    this.team = team;
    this.dates = dates;
    this.alerts = alerts;
    this.papers = papers;
    this.history = history;
    this.identity = identity;
  }

  /** Whether the agency that variable {@code agency} names has a member in the team. */
  public boolean hasMember(DelegateExecution execution) {
    return team.isMember(
        execution.getProcessBusinessKey(), (String) execution.getVariable("agency"));
  }

  /** The agencies that put the alert on a record and have to take it off. */
  public List<String> agenciesWithAlert(DelegateExecution execution) {
    return alerts.agencies(execution.getProcessBusinessKey());
  }

  /** Whether someone must be told how members attend. */
  public boolean attendsPoorly(DelegateExecution execution) {
    return team.attendsPoorly(execution.getProcessBusinessKey());
  }

  /** Whether a date that a member or practitioners accepted is another one now. */
  public boolean datesChanged(DelegateExecution execution) {
    return !agenciesToAsk(execution).isEmpty() || !agenciesToInviteAgain(execution).isEmpty();
  }

  /** The codes of the agencies whose member accepted other dates than those that stand now. */
  public List<String> agenciesToAsk(DelegateExecution execution) {
    return dates.agenciesToAsk(execution.getProcessBusinessKey());
  }

  /** The codes of the agencies that invited practitioners to a session that has moved. */
  public List<String> agenciesToInviteAgain(DelegateExecution execution) {
    return dates.agenciesToInviteAgain(execution.getProcessBusinessKey());
  }

  /** Whether a meeting of the team lies ahead. */
  public boolean teamMeets(DelegateExecution execution) {
    return papers.nextMeeting(execution.getProcessBusinessKey()).isPresent();
  }

  /** The codes of the agencies that have a member in the team. */
  public List<String> agenciesOfMembers(DelegateExecution execution) {
    return team.agenciesOfMembers(execution.getProcessBusinessKey());
  }

  /** Whether every member comes on every date, or someone who may stand in. */
  public boolean everyoneCanCome(DelegateExecution execution) {
    return dates.everyoneCanCome(execution.getProcessBusinessKey());
  }

  /**
   * Whether the chronologies of the review have been asked for, and not that of the agency that
   * variable {@code agency} names: it joined too late to be asked with the others.
   */
  public boolean missedChronologies(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    Object agency = execution.getVariable("agency");
    return identity.asService(
        () ->
            chronologies(reference).count() > 0
                && chronologies(reference).variableValueEquals("agency", agency).count() == 0);
  }

  private HistoricProcessInstanceQuery chronologies(String caseReference) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseReference)
        .processDefinitionKey("chronology");
  }
}
