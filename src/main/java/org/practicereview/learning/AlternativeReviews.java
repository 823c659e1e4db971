package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ALTERNATIVE_REPORTS;
import static org.practicereview.learning.LearningQuestions.ALTERNATIVE_REPORTS_IN_WORDS;
import static org.practicereview.learning.LearningQuestions.COMMISSIONED_AGENCIES;
import static org.practicereview.learning.LearningQuestions.COMMISSIONED_AGENCY;
import static org.practicereview.learning.LearningQuestions.REPORTING_AGENCY;
import static org.practicereview.learning.LearningQuestions.REPORT_RECEIVED_ON;
import static org.practicereview.learning.LearningQuestions.REPORT_SUMMARY;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Which agencies carry out an alternative review, and what they have reported. */
@Component
class AlternativeReviews implements MoreFacts {

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  AlternativeReviews(CaseFacts facts, CaseFiles cases, Partnerships partnerships) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(ALTERNATIVE_REPORTS_IN_WORDS.key());
  }

  /** What the form that considers the reports shows of them. */
  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    List<Map<String, Object>> reports = ALTERNATIVE_REPORTS.in(facts.of(caseReference));
    if (reports.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnership(caseReference);
    return Map.of(
        ALTERNATIVE_REPORTS_IN_WORDS.key(),
        reports.stream()
            .map(report -> inWords(partnership, report))
            .collect(Collectors.joining("\n\n")));
  }

  /** The names of the commissioned agencies that have no row in these reports. */
  List<String> withoutReport(String caseReference, List<Map<String, Object>> reports) {
    Set<String> missing = new LinkedHashSet<>();
    COMMISSIONED_AGENCIES
        .in(facts.of(caseReference))
        .forEach(row -> missing.add(COMMISSIONED_AGENCY.in(row)));
    reports.forEach(report -> missing.remove(REPORTING_AGENCY.in(report)));
    Partnership partnership = partnership(caseReference);
    return missing.stream().map(code -> partnership.agency(code).name()).toList();
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }

  private static String inWords(Partnership partnership, Map<String, Object> report) {
    String on = REPORT_RECEIVED_ON.in(report).map(LocalDate::toString).orElse("no date");
    return partnership.agency(REPORTING_AGENCY.in(report)).name()
        + " ("
        + on
        + "): "
        + REPORT_SUMMARY.in(report);
  }
}
