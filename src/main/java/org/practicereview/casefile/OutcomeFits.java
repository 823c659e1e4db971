package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.ABUSE_OR_NEGLECT;
import static org.practicereview.casefile.CaseFileQuestions.CARE_STATUS;
import static org.practicereview.casefile.CaseFileQuestions.HARM;
import static org.practicereview.casefile.CaseFileQuestions.OUTCOME;

import java.util.Map;
import java.util.Set;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * To notify without a rapid review is for the death of a looked-after child or a care leaver only,
 * and not where abuse or neglect of a child is known or suspected.
 */
@Component
class OutcomeFits implements FormDemand {

  private final CaseFacts facts;

  OutcomeFits(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "outcomeFits";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (!OUTCOME.is("notify-without-review", answers)) {
      return Map.of();
    }
    Map<String, Object> known = facts.of(caseReference);
    if (!HARM.is("died", known) || CARE_STATUS.is("neither", known)) {
      return Map.of(
          OUTCOME.key(),
          "the screening does not say that a looked-after child or a care leaver died; only that"
              + " is notified without a rapid review");
    }
    boolean suspected = Set.of("known", "suspected").contains(ABUSE_OR_NEGLECT.in(known));
    return suspected && CARE_STATUS.is("looked-after", known)
        ? Map.of(
            OUTCOME.key(),
            "abuse or neglect of a looked-after child is known or suspected, so a rapid review has"
                + " to follow")
        : Map.of();
  }
}
