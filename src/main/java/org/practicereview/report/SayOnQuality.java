package org.practicereview.report;

import static org.practicereview.report.ReportQuestions.FACT_COMMENTS;
import static org.practicereview.report.ReportQuestions.FACT_KIND;
import static org.practicereview.report.ReportQuestions.QUALITY_CHANGED;
import static org.practicereview.report.ReportQuestions.QUALITY_VIEW;

import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A member who says that the report is not of good quality says what is missing: every comment is
 * decided on by the reviewer, and the agency hears the decision. What it has said before stands, so
 * that only what has changed is asked for.
 */
@Component
class SayOnQuality implements FormDemand {

  private final QualityComments said;

  SayOnQuality(QualityComments said) {
    this.said = said;
  }

  @Override
  public String name() {
    return "sayOnQuality";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean silent =
        QUALITY_VIEW.is("no", answers)
            && FACT_COMMENTS.in(answers).stream().noneMatch(row -> FACT_KIND.is("quality", row))
            && !said.isWaiting(caseReference, scope);
    boolean before = silent && !said.answered(caseReference, scope).isEmpty();
    if (before && QUALITY_CHANGED.in(answers).isBlank()) {
      return Map.of(
          QUALITY_CHANGED.key(),
          "say what has changed in this draft, or what is still missing; what you wrote before is"
              + " kept");
    }
    return silent && !before
        ? Map.of(
            FACT_COMMENTS.key(),
            "add a comment about the quality: what is missing, and where? The reviewer answers it")
        : Map.of();
  }
}
