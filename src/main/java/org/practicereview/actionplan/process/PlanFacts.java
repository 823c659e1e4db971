package org.practicereview.actionplan.process;

import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_ADVICE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_CODE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_IN_SHORT;
import static org.practicereview.actionplan.PlanQuestions.ACTION_LATE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_MOVEMENT;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RAG;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_STATUS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_STATUSES;
import static org.practicereview.actionplan.PlanQuestions.ACTION_THEMES;
import static org.practicereview.actionplan.PlanQuestions.CONSIDERED_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.PLAN_REPORT_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_LIST;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_TEXT;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_THEMES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.NationalFindings;
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
  private final NationalFindings findings;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Clock clock;

  PlanFacts(
      ActionPlans plans,
      NationalFindings findings,
      CaseFiles cases,
      Partnerships partnerships,
      Clock clock) {
    this.plans = plans;
    this.findings = findings;
    this.cases = cases;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        "leadAgencyChoices",
        CONSIDERED_FINDINGS.key(),
        RECOMMENDATION_LIST.key(),
        ACTIONS.key(),
        PLAN_REPORT_NUMBER.key(),
        ACTION_STATUSES.key(),
        ACTION_DECISIONS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("leadAgencyChoices", agencies(caseReference));
    List<Map<String, Object>> toConsider = findings.toConsider(caseReference);
    if (!toConsider.isEmpty()) {
      facts.put(CONSIDERED_FINDINGS.key(), toConsider);
    }
    List<Map<String, Object>> recommendations = plans.recommendations(caseReference);
    if (!recommendations.isEmpty()) {
      facts.put(RECOMMENDATION_LIST.key(), inWords(recommendations));
    }
    List<PlannedAction> actions = plans.of(caseReference);
    List<String> unanswered = plans.withoutAction(caseReference);
    if (!unanswered.isEmpty()) {
      facts.put(ACTIONS.key(), toAgree(plans.rows(caseReference), unanswered, recommendations));
    }
    if (!actions.isEmpty()) {
      facts.put(PLAN_REPORT_NUMBER.key(), plans.nextReport(caseReference));
      facts.put(ACTION_STATUSES.key(), actions.stream().map(this::status).toList());
      facts.put(
          ACTION_DECISIONS.key(),
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
        .map(row -> RECOMMENDATION_NUMBER.in(row) + ". " + row.get(RECOMMENDATION_TEXT.key()))
        .collect(Collectors.joining("\n\n"));
  }

  /** The plan as it was last put together, and a row for each recommendation without an action. */
  private static List<Map<String, Object>> toAgree(
      List<Map<String, Object>> rows,
      List<String> unanswered,
      List<Map<String, Object>> recommendations) {
    return Stream.concat(
            rows.stream(),
            recommendations.stream()
                .filter(one -> unanswered.contains(RECOMMENDATION_NUMBER.in(one)))
                .map(
                    one ->
                        Map.<String, Object>of(
                            ACTION_RECOMMENDATION.key(), RECOMMENDATION_NUMBER.in(one),
                            ACTION_THEMES.key(), RECOMMENDATION_THEMES.in(one))))
        .toList();
  }

  private Map<String, Object> status(PlannedAction action) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(ACTION_CODE.key(), action.code());
    row.put(ACTION_IN_SHORT.key(), inShort(action));
    row.put(ACTION_STATUS.key(), status(action.state()));
    // Of which nothing was reported, no one knows that it is on course.
    row.put(ACTION_RAG.key(), action.rag().isEmpty() ? "amber" : action.rag());
    row.put(ACTION_MOVEMENT.key(), "same");
    row.put(ACTION_ADVICE.key(), action.state().isOpen() ? "continue" : "closed");
    row.put(ACTION_LATE.key(), action.isOverdue(LocalDate.now(clock)) ? "yes" : "no");
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
        ACTION_CODE.key(),
        action.code(),
        ACTION_IN_SHORT.key(),
        inShort(action),
        ACTION_DECISION.key(),
        "keep");
  }

  private static String inShort(PlannedAction action) {
    String text = action.text().lines().findFirst().orElse("");
    return text.length() > SHORT ? text.substring(0, SHORT) : text;
  }
}
