package org.practicereview.report;

import static org.practicereview.report.ReportQuestions.FACT_COMMENTS;
import static org.practicereview.report.ReportQuestions.FACT_KIND;
import static org.practicereview.report.ReportQuestions.QUALITY_VIEW;

import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A member who says that the report is not of good quality says in a comment what is missing: every
 * comment is decided on by the reviewer, and the agency hears the decision.
 */
@Component
class SayOnQuality implements FormDemand {

  @Override
  public String name() {
    return "sayOnQuality";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return QUALITY_VIEW.is("no", answers)
            && FACT_COMMENTS.in(answers).stream().noneMatch(row -> FACT_KIND.is("quality", row))
        ? Map.of(
            FACT_COMMENTS.key(),
            "add a comment about the quality: what is missing, and where? The reviewer answers it")
        : Map.of();
  }
}
