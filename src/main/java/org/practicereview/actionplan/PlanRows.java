package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.AGREE_ACTION_PLAN;
import static org.practicereview.actionplan.PlanQuestions.APPROVE_ACTION_PLAN;
import static org.practicereview.actionplan.PlanQuestions.CONFIRM_ACTION_COMPLETE;
import static org.practicereview.actionplan.PlanQuestions.DECIDE_PLAN_REPORT;
import static org.practicereview.actionplan.PlanQuestions.REPORT_ON_ACTION;
import static org.practicereview.actionplan.PlanQuestions.REVIEW_ACTION_EVIDENCE;

import java.util.List;
import java.util.Set;
import org.practicereview.casefile.AnswersKept;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.OlderCases;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how far the actions of plans have come, in the transaction that stores the answers which
 * say so, for lists across cases.
 */
@Component
class PlanRows {

  private static final Set<String> OF_THE_PLAN =
      Set.of(AGREE_ACTION_PLAN.id(), APPROVE_ACTION_PLAN.id(), DECIDE_PLAN_REPORT.id());
  private static final Set<String> OF_ONE_ACTION =
      Set.of(REPORT_ON_ACTION.id(), REVIEW_ACTION_EVIDENCE.id(), CONFIRM_ACTION_COMPLETE.id());

  private final JdbcClient jdbc;
  private final ActionPlans plans;
  private final OlderCases older;

  PlanRows(JdbcClient jdbc, ActionPlans plans, OlderCases older) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.older = older;
  }

  /** Takes up what answers say of a plan, or of one action: another may be reported on just now. */
  @EventListener
  void kept(AnswersKept kept) {
    FormAnswers given = kept.given();
    if (OF_THE_PLAN.contains(given.form())) {
      keepAll(given.caseReference());
    } else if (OF_ONE_ACTION.contains(given.form())) {
      plans.of(given.caseReference()).stream()
          .filter(action -> ActionPlans.scope(action.code()).equals(given.scope()))
          .forEach(action -> keep(given.caseReference(), action));
    }
  }

  /** Plans from before this was kept are taken up when the service starts. */
  @EventListener(ApplicationReadyEvent.class)
  void takeUpOlderPlans() {
    older.takeUp(
        jdbc.sql(
                """
                select distinct a.case_reference from review.form_answers a where a.form = ?
                  and not exists (
                    select 1 from review.plan_action p where p.case_reference = a.case_reference)""")
            .param(AGREE_ACTION_PLAN.id())
            .query(String.class)
            .list(),
        "The actions",
        this::keepAll);
  }

  private void keepAll(String caseReference) {
    List<PlannedAction> actions = plans.of(caseReference);
    jdbc.sql("delete from review.plan_action where case_reference = ?")
        .param(caseReference)
        .update();
    actions.forEach(action -> insert(caseReference, action));
  }

  private void keep(String caseReference, PlannedAction action) {
    jdbc.sql("delete from review.plan_action where case_reference = ? and code = ?")
        .params(caseReference, action.code())
        .update();
    insert(caseReference, action);
  }

  private void insert(String caseReference, PlannedAction action) {
    jdbc.sql("insert into review.plan_action values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseReference,
            action.code(),
            action.recommendation(),
            action.leadAgency(),
            action.state().name(),
            action.dueOn(),
            !action.impact().isBlank())
        .update();
  }
}
