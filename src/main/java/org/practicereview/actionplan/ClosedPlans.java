package org.practicereview.actionplan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION_REASONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_OWNER_ROLE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_STATUS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_TEXT;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.FormAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the actions of a plan that was signed off, for each agency that led one. */
@Service
public class ClosedPlans {

  private static final String CLOSED = "plan-closed";

  private final ActionPlans plans;
  private final Answers answers;
  private final CaseWords words;
  private final AuditTrail audit;
  private final Clock clock;

  ClosedPlans(ActionPlans plans, Answers answers, CaseWords words, AuditTrail audit, Clock clock) {
    this.words = words;
    this.plans = plans;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  /** The codes of the agencies that led an action of the plan, in its order. */
  public List<String> leadAgencies(String caseReference) {
    return plans.of(caseReference).stream().map(PlannedAction::leadAgency).distinct().toList();
  }

  /** Keeps for each of them what became of its actions, for the letter that tells it. */
  @Transactional
  public void close(String caseReference, String by) {
    audit.record(
        caseReference,
        by,
        words.say(caseReference, "The executive signed the action plan off as complete."));
    plans.of(caseReference).stream()
        .collect(groupingBy(PlannedAction::leadAgency, LinkedHashMap::new, toClosedRows()))
        .forEach(
            (agency, actions) ->
                answers.store(
                    new FormAnswers(
                        caseReference,
                        CLOSED,
                        "",
                        "actionPlan",
                        agency,
                        Map.of(ACTIONS.key(), actions),
                        by,
                        clock.instant())));
  }

  private static Collector<PlannedAction, ?, List<Map<String, Object>>> toClosedRows() {
    return mapping(ClosedPlans::closed, toList());
  }

  private static Map<String, Object> closed(PlannedAction action) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(ACTION_TEXT.key(), action.text());
    row.put(ACTION_OWNER_ROLE.key(), action.ownerRole());
    row.put(ACTION_STATUS.key(), action.state() == ActionState.COMPLETE ? "complete" : "open");
    if (!action.remarks().isBlank()) {
      row.put(ACTION_DECISION_REASONS.key(), action.remarks());
    }
    return row;
  }
}
