package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A plan answers every recommendation of the report with at least one action. */
@Component
class EveryRecommendationHasAnAction implements FormDemand {

  private final ActionPlans plans;

  EveryRecommendationHasAnAction(ActionPlans plans) {
    this.plans = plans;
  }

  @Override
  public String name() {
    return "everyRecommendationHasAnAction";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<Map<String, Object>> rows = ACTIONS.in(answers);
    Set<String> numbers =
        plans.recommendations(caseReference).stream()
            .map(row -> RECOMMENDATION_NUMBER.in(row))
            .collect(Collectors.toSet());
    Map<String, String> problems = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      // Where the report is sealed, its recommendations are not known to anybody here.
      if (!numbers.isEmpty() && !numbers.contains(ACTION_RECOMMENDATION.in(rows.get(i)))) {
        problems.put(
            ACTIONS.at(i, ACTION_RECOMMENDATION),
            "the report has no recommendation of this number");
      }
    }
    List<String> without = plans.withoutAction(caseReference, rows);
    if (!without.isEmpty()) {
      problems.put(
          ACTIONS.key(),
          "no action answers recommendation "
              + String.join(", ", without)
              + "; each needs at least one");
    }
    return problems;
  }
}
