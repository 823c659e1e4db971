package org.practicereview.actionplan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * The executive signs a plan off with actions still open only by saying for each why it is carried
 * over; and while the plan goes on, nothing is carried over.
 */
@Component
class OpenActionsAtSignOff implements FormDemand {

  private static final String ROWS = "actionDecisions";

  private final ActionPlans plans;

  OpenActionsAtSignOff(ActionPlans plans) {
    this.plans = plans;
  }

  @Override
  public String name() {
    return "openActionsAtSignOff";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean signsOff = "SIGNED_OFF".equals(answers.get("planDecision"));
    Set<String> open =
        plans.of(caseReference).stream()
            .filter(action -> action.state().isOpen())
            .map(PlannedAction::code)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> problems = new LinkedHashMap<>();
    List<Map<String, Object>> rows = ActionPlans.rows(answers.get(ROWS));
    for (int i = 0; i < rows.size(); i++) {
      String problem = problem(rows.get(i), signsOff, open);
      if (problem != null) {
        problems.put(ROWS + "[" + i + "]." + column(rows.get(i), open), problem);
      }
      open.remove(ActionPlans.text(rows.get(i).get("actionCode")));
    }
    if (signsOff && !open.isEmpty()) {
      problems.put(
          ROWS,
          "the plan cannot be signed off while "
              + String.join(", ", open)
              + " is open, unless you say why it is carried over");
    }
    return problems;
  }

  private static String problem(Map<String, Object> row, boolean signsOff, Set<String> open) {
    boolean carries = "carry-over".equals(row.get("actionDecision"));
    if (!open.contains(ActionPlans.text(row.get("actionCode")))) {
      return "is no open action of the plan, or stands here twice";
    }
    if (signsOff && !carries) {
      return "this action is open; to sign the plan off, carry it over and say why";
    }
    if (!signsOff && carries) {
      return "an action is carried over only when the plan is signed off";
    }
    return null;
  }

  private static String column(Map<String, Object> row, Set<String> open) {
    return open.contains(ActionPlans.text(row.get("actionCode"))) ? "actionDecision" : "actionCode";
  }
}
