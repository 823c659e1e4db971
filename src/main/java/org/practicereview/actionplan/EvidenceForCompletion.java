package org.practicereview.actionplan;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Nobody reports an action as complete without evidence, as a file or in words. */
@Component
class EvidenceForCompletion implements FormDemand {

  @Override
  public String name() {
    return "evidenceForCompletion";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean complete = "true".equals(String.valueOf(answers.get("actionComplete")));
    boolean file = answers.get("actionEvidence") instanceof List<?> files && !files.isEmpty();
    boolean words = !ActionPlans.text(answers.get("actionEvidenceText")).isEmpty();
    return complete && !file && !words
        ? Map.of(
            "actionEvidenceText",
            "an action is complete only with evidence; add a file, or say what shows it and where"
                + " it can be seen")
        : Map.of();
  }
}
