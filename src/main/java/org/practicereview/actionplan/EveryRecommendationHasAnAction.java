package org.practicereview.actionplan;

import java.util.List;
import java.util.Map;
import org.practicereview.engine.FormDemand;
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
    List<String> without =
        plans.withoutAction(caseReference, ActionPlans.rows(answers.get(ActionPlans.ROWS)));
    return without.isEmpty()
        ? Map.of()
        : Map.of(
            ActionPlans.ROWS,
            "no action answers recommendation "
                + String.join(", ", without)
                + "; each needs at least one");
  }
}
