package org.practicereview.report.process;

import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** No report goes to quality assurance whose facts were never checked. */
@Component
class FactsCheckedOnce implements FormDemand {

  private static final String KEY = "factsToBeChecked";
  private static final String ANSWERED = "answer-comments";

  private final Answers answers;

  FactsCheckedOnce(Answers answers) {
    this.answers = answers;
  }

  @Override
  public String name() {
    return "factsCheckedOnce";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> given) {
    boolean leftOut = "false".equals(String.valueOf(given.get(KEY)));
    return leftOut && answers.latest(caseReference, ANSWERED, "").isEmpty()
        ? Map.of(KEY, "the facts of this report have not been checked yet")
        : Map.of();
  }
}
