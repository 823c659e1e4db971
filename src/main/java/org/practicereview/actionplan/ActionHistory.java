package org.practicereview.actionplan;

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
  private String remarks = "";

  ActionHistory(String code, Map<String, Object> row, boolean approved) {
    this.code = code;
    this.row = row;
    this.state = approved ? ActionState.OPEN : ActionState.PLANNED;
    this.dueOn = date(row.get("actionDueOn"));
  }

  void read(FormAnswers given) {
    Map<String, Object> values = given.values();
    if (given.form().equals(ActionPlans.DECIDED)) {
      decided(values);
    } else if (given.scope().equals(ActionPlans.scope(code))) {
      switch (given.form()) {
        case "report-on-action" -> reported(values, given.at());
        case "review-action-evidence" -> reviewed(values);
        default -> {
          // What opened or moved the action is read from the plan and the executive's decisions.
        }
      }
    }
  }

  private void reported(Map<String, Object> values, Instant at) {
    boolean done = Boolean.TRUE.equals(values.get("actionComplete"));
    if (done) {
      state = ActionState.EVIDENCE_GIVEN;
    }
    rag = ActionPlans.text(values.get("actionRag"));
    progress = ActionPlans.text(values.get("actionProgress"));
    reportedOn = at.atZone(LONDON).toLocalDate();
    evidenceText = ActionPlans.text(values.getOrDefault("actionEvidenceText", evidenceText));
    for (Map<String, Object> file : ActionPlans.rows(values.get("actionEvidence"))) {
      evidence.add(
          new Evidence(
              ActionPlans.text(file.get("documentId")), ActionPlans.text(file.get("name"))));
    }
  }

  private void reviewed(Map<String, Object> values) {
    boolean accepted = Boolean.TRUE.equals(values.get("evidenceAccepted"));
    state = accepted ? ActionState.COMPLETE : ActionState.RETURNED;
    remarks = accepted ? "" : ActionPlans.text(values.get("actionReturnReasons"));
  }

  private void decided(Map<String, Object> values) {
    for (Map<String, Object> decision : ActionPlans.rows(values.get("actionDecisions"))) {
      if (!code.equals(decision.get("actionCode"))) {
        continue;
      }
      if ("extend".equals(decision.get("actionDecision"))) {
        dueOn = date(decision.get("actionExtendedTo"));
        extended = true;
      } else if ("carry-over".equals(decision.get("actionDecision")) && state.isOpen()) {
        state = ActionState.CARRIED_OVER;
        remarks = ActionPlans.text(decision.get("actionDecisionReasons"));
      }
    }
  }

  PlannedAction told() {
    return new PlannedAction(
        code,
        ActionPlans.text(row.get("actionRecommendation")),
        ActionPlans.text(row.get("actionText")),
        ActionPlans.text(row.get("actionAgency")),
        ActionPlans.text(row.get("actionOwnerRole")),
        date(row.get("actionStartOn")),
        dueOn,
        extended,
        ActionPlans.text(row.get("actionOutcome")),
        ActionPlans.text(row.get("actionImpactMeasure")),
        state,
        rag,
        progress,
        reportedOn,
        evidenceText,
        List.copyOf(evidence),
        remarks);
  }

  private static LocalDate date(Object value) {
    String text = ActionPlans.text(value);
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
