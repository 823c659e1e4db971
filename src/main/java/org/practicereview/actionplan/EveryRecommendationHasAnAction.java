package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_TEXT;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A plan answers every recommendation with at least one action. Where it is put together again, the
 * actions that are settled stay in their places, so that what was said of each stays with it.
 */
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
            .collect(Collectors.toCollection(HashSet::new));
    boolean known = !numbers.isEmpty();
    numbers.add(NeededBesides.FOLLOW_UP);
    Map<String, String> problems = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      // Where the report is sealed, its recommendations are not known to anyone here.
      if (known && !numbers.contains(ACTION_RECOMMENDATION.in(rows.get(i)))) {
        problems.put(
            ACTIONS.at(i, ACTION_RECOMMENDATION), "there is no recommendation of this number");
      }
    }
    List<PlannedAction> planned = plans.of(caseReference);
    for (int i = 0; i < planned.size(); i++) {
      PlannedAction action = planned.get(i);
      boolean stays = i < rows.size() && ACTION_TEXT.is(action.text(), rows.get(i));
      if (!action.state().isOpen() && !stays) {
        problems.put(
            ACTIONS.key(),
            action.code().replace('-', ' ')
                + " is settled; leave its row as it was, and add further actions after the last");
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
