package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.ANSWER_COMMENTS;
import static org.practicereview.report.ReportQuestions.FACTS_TO_BE_CHECKED;

import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** No report goes to quality assurance whose facts were never checked. */
@Component
class FactsCheckedOnce implements FormDemand {

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
    boolean leftOut = "false".equals(String.valueOf(given.get(FACTS_TO_BE_CHECKED.key())));
    return leftOut && answers.latest(caseReference, ANSWER_COMMENTS.id(), "").isEmpty()
        ? Map.of(FACTS_TO_BE_CHECKED.key(), "the facts of this report have not been checked yet")
        : Map.of();
  }
}
