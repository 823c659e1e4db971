package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTION_CODE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_OVERDUE_REASONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_STATUSES;

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
    List<Map<String, Object>> rows = ACTION_STATUSES.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      PlannedAction action = missing.remove(ACTION_CODE.in(rows.get(i)));
      String at = ACTION_STATUSES.key() + "[" + i + "].";
      if (action == null) {
        problems.put(at + ACTION_CODE.key(), "is no action of the plan, or stands here twice");
      } else if (action.isOverdue(LocalDate.now(clock))
          && ACTION_OVERDUE_REASONS.in(rows.get(i)).isEmpty()) {
        problems.put(at + ACTION_OVERDUE_REASONS.key(), "this action is overdue; say why");
      }
    }
    if (!missing.isEmpty()) {
      problems.put(
          ACTION_STATUSES.key(), "the report leaves out " + String.join(", ", missing.keySet()));
    }
    return problems;
  }
}
