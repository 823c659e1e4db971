package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.NAME_HITS_EXPLAINED;
import static org.practicereview.report.ReportQuestions.QUALITY_AGREED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.practicereview.report.NameSearch;
import org.practicereview.report.QualityCheck;
import org.springframework.stereotype.Component;

/**
 * A report is agreed at quality assurance only if every check is answered with yes, and with every
 * name that was found explained.
 */
@Component
class ReportMayBeAgreed implements FormDemand {

  private final NameSearch names;

  ReportMayBeAgreed(NameSearch names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "reportMayBeAgreed";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (!List.of("true", "yes").contains(String.valueOf(answers.get(QUALITY_AGREED.key())))) {
      return Map.of();
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    QualityCheck.failedIn(answers)
        .forEach(check -> wrong.put(check.asked().key(), check.refusal()));
    NameSearch.Found found = names.of(caseReference);
    if (!found.clear() && answers.get(NAME_HITS_EXPLAINED.key()) == null) {
      wrong.put(
          NAME_HITS_EXPLAINED.key(),
          found.sentence() + " Return the report, or say in words why no one is named");
    }
    return wrong;
  }
}
