package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.CONSIDERED_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.FINDING_TEXT;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Who considers the findings of a national review leaves none out and rewords none. */
@Component
class EveryFindingConsidered implements FormDemand {

  private final NationalFindings findings;

  EveryFindingConsidered(NationalFindings findings) {
    this.findings = findings;
  }

  @Override
  public String name() {
    return "everyFindingConsidered";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<String> considered =
        CONSIDERED_FINDINGS.in(answers).stream().map(FINDING_TEXT::in).toList();
    List<String> recorded = findings.recorded(caseReference);
    return considered.equals(recorded)
        ? Map.of()
        : Map.of(
            CONSIDERED_FINDINGS.key(),
            "say what you think of each of the "
                + recorded.size()
                + " findings, in the order and in the words in which they were recorded");
  }
}
