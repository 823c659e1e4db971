package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTION_AGENCY;
import static org.practicereview.actionplan.PlanQuestions.ACTION_CODE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_COMPLETE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_CONFIRMED;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION_REASONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DUE_ON;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EVIDENCE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EVIDENCE_TEXT;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EXTENDED_TO;
import static org.practicereview.actionplan.PlanQuestions.ACTION_IMPACT;
import static org.practicereview.actionplan.PlanQuestions.ACTION_IMPACT_MEASURE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_OUTCOME;
import static org.practicereview.actionplan.PlanQuestions.ACTION_OWNER_ROLE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_PROGRESS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RAG;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RETURN_REASONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_START_ON;
import static org.practicereview.actionplan.PlanQuestions.ACTION_TEXT;
import static org.practicereview.actionplan.PlanQuestions.CONFIRM_ACTION_COMPLETE;
import static org.practicereview.actionplan.PlanQuestions.DECIDE_PLAN_REPORT;
import static org.practicereview.actionplan.PlanQuestions.EVIDENCE_ACCEPTED;
import static org.practicereview.actionplan.PlanQuestions.REPORT_ON_ACTION;
import static org.practicereview.actionplan.PlanQuestions.REVIEW_ACTION_EVIDENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practicereview.actionplan.PlannedAction.Evidence;
import org.practicereview.casefile.FormAnswers;

/** What the answers of a case say of one action, read from the oldest to the latest. */
final class ActionHistory {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final String code;
  private final Map<String, Object> row;

  private ActionState state;
  private LocalDate dueOn;
  private boolean extended;
  private String rag = "";
  private String progress = "";
  private LocalDate reportedOn;
  private String evidenceText = "";
  private final List<Evidence> evidence = new ArrayList<>();
  private String impact = "";
  private String remarks = "";

  ActionHistory(String code, Map<String, Object> row, boolean approved) {
    this.code = code;
    this.row = row;
    this.state = approved ? ActionState.OPEN : ActionState.PLANNED;
    this.dueOn = ACTION_DUE_ON.in(row).orElse(null);
  }

  void read(FormAnswers given) {
    Map<String, Object> values = given.values();
    if (DECIDE_PLAN_REPORT.is(given.form())) {
      decided(values);
    } else if (given.scope().equals(ActionPlans.scope(code))) {
      // What opened or moved the action is read from the plan and the executive's decisions.
      if (REPORT_ON_ACTION.is(given.form())) {
        reported(values, given.at());
      } else if (REVIEW_ACTION_EVIDENCE.is(given.form())) {
        judged(EVIDENCE_ACCEPTED.in(values), values);
      } else if (CONFIRM_ACTION_COMPLETE.is(given.form())) {
        judged(ACTION_CONFIRMED.in(values), values);
      }
    }
  }

  private void reported(Map<String, Object> values, Instant at) {
    boolean done = ACTION_COMPLETE.in(values);
    if (done) {
      state = ActionState.EVIDENCE_GIVEN;
    }
    rag = ACTION_RAG.in(values);
    progress = ACTION_PROGRESS.in(values);
    reportedOn = at.atZone(LONDON).toLocalDate();
    if (ACTION_EVIDENCE_TEXT.isAnsweredIn(values)) {
      evidenceText = ACTION_EVIDENCE_TEXT.in(values);
    }
    if (ACTION_IMPACT.isAnsweredIn(values)) {
      impact = ACTION_IMPACT.in(values);
    }
    for (Map<String, Object> file : ACTION_EVIDENCE.in(values)) {
      evidence.add(
          new Evidence(
              ActionPlans.text(file.get("documentId")), ActionPlans.text(file.get("name"))));
    }
  }

  private void judged(boolean accepted, Map<String, Object> values) {
    state = accepted ? ActionState.COMPLETE : ActionState.RETURNED;
    remarks = accepted ? "" : ACTION_RETURN_REASONS.in(values);
  }

  private void decided(Map<String, Object> values) {
    for (Map<String, Object> decision : ACTION_DECISIONS.in(values)) {
      if (!ACTION_CODE.is(code, decision)) {
        continue;
      }
      if (ACTION_DECISION.is("extend", decision)) {
        dueOn = ACTION_EXTENDED_TO.in(decision).orElse(null);
        extended = true;
      } else if (ACTION_DECISION.is("carry-over", decision) && state.isOpen()) {
        state = ActionState.CARRIED_OVER;
        remarks = ACTION_DECISION_REASONS.in(decision);
      }
    }
  }

  PlannedAction told() {
    return new PlannedAction(
        code,
        ACTION_RECOMMENDATION.in(row),
        ACTION_TEXT.in(row),
        ACTION_AGENCY.in(row),
        ACTION_OWNER_ROLE.in(row),
        ACTION_START_ON.in(row).orElse(null),
        dueOn,
        extended,
        ACTION_OUTCOME.in(row),
        ACTION_IMPACT_MEASURE.in(row),
        state,
        rag,
        progress,
        reportedOn,
        evidenceText,
        List.copyOf(evidence),
        impact,
        remarks);
  }
}
