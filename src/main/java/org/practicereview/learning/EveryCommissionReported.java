package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ALTERNATIVE_REPORTS;
import static org.practicereview.learning.LearningQuestions.ALTERNATIVE_REPORTS_COMPLETE;
import static org.practicereview.learning.LearningQuestions.MISSING_REPORT_REASONS;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** An alternative review goes on without the report of an agency only with a reason. */
@Component
class EveryCommissionReported implements FormDemand {

  private final AlternativeReviews reviews;

  EveryCommissionReported(AlternativeReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public String name() {
    return "everyCommissionReported";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean reasons = !MISSING_REPORT_REASONS.in(answers).isBlank();
    if (!ALTERNATIVE_REPORTS_COMPLETE.in(answers) || reasons) {
      return Map.of();
    }
    List<String> missing = reviews.withoutReport(caseReference, ALTERNATIVE_REPORTS.in(answers));
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            MISSING_REPORT_REASONS.key(),
            "no report is recorded of "
                + String.join(", ", missing)
                + "; say why the review goes on without it");
  }
}
