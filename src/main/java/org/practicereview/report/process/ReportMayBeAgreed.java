package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.CHECK_ANONYMISED;
import static org.practicereview.report.ReportQuestions.CHECK_IMPROVEMENTS;
import static org.practicereview.report.ReportQuestions.CHECK_REVIEWER_NAMED;
import static org.practicereview.report.ReportQuestions.CHECK_SYSTEMIC_REASONS;
import static org.practicereview.report.ReportQuestions.NAME_HITS_EXPLAINED;
import static org.practicereview.report.ReportQuestions.QUALITY_AGREED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.practicereview.report.NameSearch;
import org.springframework.stereotype.Component;

/**
 * A report is agreed at quality assurance only with all that the regulations ask for, with no one
 * named, and with every name that was found explained (SI 2018/789, part 3; Working Together 2023,
 * chapter 5).
 */
@Component
class ReportMayBeAgreed implements FormDemand {

  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put(
        CHECK_IMPROVEMENTS.key(),
        "a report without the improvements it recommends cannot be agreed");
    NEEDED.put(
        CHECK_SYSTEMIC_REASONS.key(),
        "a report that does not explain the underlying reasons cannot be agreed");
    NEEDED.put(
        CHECK_REVIEWER_NAMED.key(), "a report that does not name its reviewer cannot be agreed");
    NEEDED.put(
        CHECK_ANONYMISED.key(),
        "a report in which a child, family member or practitioner can be recognised cannot be"
            + " agreed");
  }

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
    NEEDED.forEach(
        (check, sentence) -> {
          if (!"yes".equals(answers.get(check))) {
            wrong.put(check, sentence);
          }
        });
    NameSearch.Found found = names.of(caseReference);
    if (!found.clear() && answers.get(NAME_HITS_EXPLAINED.key()) == null) {
      wrong.put(
          NAME_HITS_EXPLAINED.key(),
          found.sentence() + " Return the report, or say in words why no one is named");
    }
    return wrong;
  }
}
