package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTION_COMPLETE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EVIDENCE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EVIDENCE_TEXT;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** No one reports an action as complete without evidence, as a file or in words. */
@Component
class EvidenceForCompletion implements FormDemand {

  @Override
  public String name() {
    return "evidenceForCompletion";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean complete = ACTION_COMPLETE.in(answers);
    boolean file = answers.get(ACTION_EVIDENCE.key()) instanceof List<?> files && !files.isEmpty();
    boolean words = !ACTION_EVIDENCE_TEXT.in(answers).isEmpty();
    return complete && !file && !words
        ? Map.of(
            ACTION_EVIDENCE_TEXT.key(),
            "an action is complete only with evidence; add a file, or say what shows it and where"
                + " it can be seen")
        : Map.of();
  }
}
