package org.practicereview.actionplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A report to the executive leaves no action out, and says why an action is late. */
@Component
class OverdueActionsExplained implements FormDemand {

  private static final String ROWS = "actionStatuses";

  private final ActionPlans plans;
  private final Clock clock;

  OverdueActionsExplained(ActionPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "overdueActionsExplained";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, PlannedAction> missing =
        plans.of(caseReference).stream()
            .collect(
                Collectors.toMap(
                    PlannedAction::code,
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    Map<String, String> problems = new LinkedHashMap<>();
    List<Map<String, Object>> rows = ActionPlans.rows(answers.get(ROWS));
    for (int i = 0; i < rows.size(); i++) {
      PlannedAction action = missing.remove(ActionPlans.text(rows.get(i).get("actionCode")));
      String at = ROWS + "[" + i + "].";
      if (action == null) {
        problems.put(at + "actionCode", "is no action of the plan, or stands here twice");
      } else if (action.isOverdue(LocalDate.now(clock))
          && ActionPlans.text(rows.get(i).get("actionOverdueReasons")).isEmpty()) {
        problems.put(at + "actionOverdueReasons", "this action is overdue; say why");
      }
    }
    if (!missing.isEmpty()) {
      problems.put(ROWS, "the report leaves out " + String.join(", ", missing.keySet()));
    }
    return problems;
  }
}
