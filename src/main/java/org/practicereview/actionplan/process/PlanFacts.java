package org.practicereview.actionplan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What the forms of the action plan open with: the recommendations that need an action, the
 * agencies that can lead one, and how far each action has come.
 */
@Component
class PlanFacts implements MoreFacts {

  private static final int SHORT = 300;

  private final ActionPlans plans;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Clock clock;

  PlanFacts(ActionPlans plans, CaseFiles cases, Partnerships partnerships, Clock clock) {
    this.plans = plans;
    this.cases = cases;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("leadAgencyChoices", agencies(caseReference));
    List<Map<String, Object>> recommendations = plans.recommendations(caseReference);
    if (!recommendations.isEmpty()) {
      facts.put("recommendationList", inWords(recommendations));
    }
    List<PlannedAction> actions = plans.of(caseReference);
    if (actions.isEmpty() && !recommendations.isEmpty()) {
      facts.put("actions", toAgree(recommendations));
    }
    if (!actions.isEmpty()) {
      facts.put("planReportNumber", plans.nextReport(caseReference));
      facts.put("actionStatuses", actions.stream().map(this::status).toList());
      facts.put(
          "actionDecisions",
          actions.stream()
              .filter(action -> action.state().isOpen())
              .map(PlanFacts::toDecide)
              .toList());
    }
    return facts;
  }

  private List<Map<String, String>> agencies(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership()).agencies().stream()
        .map(agency -> Map.of("value", agency.code(), "label", agency.name()))
        .toList();
  }

  private static String inWords(List<Map<String, Object>> recommendations) {
    return recommendations.stream()
        .map(
            row ->
                ActionPlans.text(row.get("recommendationNumber"))
                    + ". "
                    + row.get("recommendationText"))
        .collect(Collectors.joining("\n\n"));
  }

  private static List<Map<String, Object>> toAgree(List<Map<String, Object>> recommendations) {
    return recommendations.stream()
        .map(row -> ActionPlans.text(row.get("recommendationNumber")))
        .map(number -> Map.<String, Object>of("actionRecommendation", number))
        .toList();
  }

  private Map<String, Object> status(PlannedAction action) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("actionCode", action.code());
    row.put("actionInShort", inShort(action));
    row.put("actionStatus", status(action.state()));
    // Of which nothing was reported, nobody knows that it is on course.
    row.put("actionRag", action.rag().isEmpty() ? "amber" : action.rag());
    row.put("actionMovement", "same");
    row.put("actionAdvice", action.state().isOpen() ? "continue" : "closed");
    row.put("actionLate", action.isOverdue(LocalDate.now(clock)) ? "yes" : "no");
    return row;
  }

  private static String status(ActionState state) {
    return switch (state) {
      case PLANNED, OPEN -> "open";
      case EVIDENCE_GIVEN -> "evidence-given";
      case RETURNED -> "sent-back";
      case COMPLETE, CARRIED_OVER -> "complete";
    };
  }

  private static Map<String, Object> toDecide(PlannedAction action) {
    return Map.of(
        "actionCode", action.code(), "actionInShort", inShort(action), "actionDecision", "keep");
  }

  private static String inShort(PlannedAction action) {
    String text = action.text().lines().findFirst().orElse("");
    return text.length() > SHORT ? text.substring(0, SHORT) : text;
  }
}
