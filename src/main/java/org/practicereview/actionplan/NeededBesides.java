package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.COMPLETE_CONTENTS;
import static org.practicereview.actionplan.PlanQuestions.POLICY_CHANGE;
import static org.practicereview.actionplan.PlanQuestions.POLICY_CHANGES;
import static org.practicereview.actionplan.PlanQuestions.POLICY_NAME;
import static org.practicereview.actionplan.PlanQuestions.POLICY_OWNER;
import static org.practicereview.actionplan.PlanQuestions.POLICY_TO_CHANGE;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;

/**
 * What the plan of a practice review has to answer besides its recommendations: each policy that
 * has to change, as {@code P1}, {@code P2} and so on, and, where actions are agreed at sign-off,
 * that learning is followed up with the agencies, as {@code L}.
 */
@Service
class NeededBesides {

  /** What an action answers that follows up learning; any plan may have one. */
  static final String FOLLOW_UP = "L";

  private final CaseFacts facts;
  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  NeededBesides(CaseFacts facts, Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.facts = facts;
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The policies that the report says have to change, as recommendations. */
  List<Map<String, Object>> policies(String caseReference) {
    List<Map<String, Object>> needed = new ArrayList<>();
    for (Map<String, Object> policy : POLICY_CHANGES.in(facts.of(caseReference))) {
      needed.add(
          row(
              "P" + (needed.size() + 1),
              "Policy to change, by "
                  + POLICY_OWNER.in(policy)
                  + ": "
                  + POLICY_NAME.in(policy)
                  + ". "
                  + POLICY_CHANGE.in(policy)));
    }
    return needed;
  }

  /**
   * The follow-up of learning, as a recommendation, where the partnership agrees it. Reports that
   * were written before policies were asked about have plans that no one has to agree again.
   */
  List<Map<String, Object>> followUp(String caseReference) {
    boolean asked =
        answers
            .latest(caseReference, COMPLETE_CONTENTS.id(), "")
            .filter(given -> POLICY_TO_CHANGE.isAnsweredIn(given.values()))
            .isPresent();
    return asked
            && partnerships
                .get(cases.get(caseReference).partnership())
                .option("actionPlanAtSignOff")
        ? List.of(row(FOLLOW_UP, "Follow up with the agencies whether the learning has landed."))
        : List.of();
  }

  private static Map<String, Object> row(String number, String text) {
    return Map.of(RECOMMENDATION_NUMBER.key(), number, RECOMMENDATION_TEXT.key(), text);
  }
}
