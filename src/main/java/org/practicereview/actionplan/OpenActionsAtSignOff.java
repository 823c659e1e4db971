package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTION_CODE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISIONS;
import static org.practicereview.actionplan.PlanQuestions.PLAN_DECISION;

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
    boolean signsOff = PLAN_DECISION.is("SIGNED_OFF", answers);
    Set<String> open =
        plans.of(caseReference).stream()
            .filter(action -> action.state().isOpen())
            .map(PlannedAction::code)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> problems = new LinkedHashMap<>();
    List<Map<String, Object>> rows = ACTION_DECISIONS.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      String problem = problem(rows.get(i), signsOff, open);
      if (problem != null) {
        problems.put(ACTION_DECISIONS.key() + "[" + i + "]." + column(rows.get(i), open), problem);
      }
      open.remove(ACTION_CODE.in(rows.get(i)));
    }
    if (signsOff && !open.isEmpty()) {
      problems.put(
          ACTION_DECISIONS.key(),
          "the plan cannot be signed off while "
              + String.join(", ", open)
              + " is open, unless you say why it is carried over");
    }
    return problems;
  }

  private static String problem(Map<String, Object> row, boolean signsOff, Set<String> open) {
    boolean carries = ACTION_DECISION.is("carry-over", row);
    if (!open.contains(ACTION_CODE.in(row))) {
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
    return open.contains(ACTION_CODE.in(row)) ? ACTION_DECISION.key() : ACTION_CODE.key();
  }
}
