package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.BRIEF_RECOMMENDATIONS;
import static org.practicereview.learning.LearningQuestions.BRIEF_THEMES;
import static org.practicereview.learning.LearningQuestions.FINDING_THEMES;
import static org.practicereview.learning.LearningQuestions.NSPCC_THEMES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.actionplan.PlanQuestions;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.Publications;
import org.springframework.stereotype.Component;

/**
 * What a report says that the learning brief and the copy for the NSPCC need not be told again. The
 * learning lead does not see the case: the brief opens with words of the report only once everyone
 * can read it.
 */
@Component
class ReportPublished implements MoreFacts {

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Publications publications;
  private final Themes themes;

  ReportPublished(
      CaseFacts facts,
      CaseFiles cases,
      Partnerships partnerships,
      Publications publications,
      Themes themes) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
    this.publications = publications;
    this.themes = themes;
  }

  @Override
  public Set<String> keys() {
    return Set.of(BRIEF_RECOMMENDATIONS.key(), BRIEF_THEMES.key(), NSPCC_THEMES.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> told = facts.of(caseReference);
    Map<String, Object> known = new LinkedHashMap<>();
    List<String> found = FINDING_THEMES.in(told);
    String names = themes.names(partnerships.get(cases.get(caseReference).partnership()), found);
    if (!names.isEmpty()) {
      known.put(NSPCC_THEMES.key(), names);
    }
    if (isPublic(caseReference)) {
      known.put(BRIEF_THEMES.key(), found);
      known.put(
          BRIEF_RECOMMENDATIONS.key(),
          PlanQuestions.RECOMMENDATIONS.in(told).stream()
              .map(PlanQuestions.RECOMMENDATION_TEXT::in)
              .collect(Collectors.joining("\n\n")));
    }
    known.keySet().removeIf(key -> told.get(key) != null);
    known.values().removeIf(value -> value.equals("") || value.equals(List.of()));
    return known;
  }

  private boolean isPublic(String caseReference) {
    return publications.ofCase(caseReference).stream()
        .anyMatch(item -> item.kind().equals("report") && !item.isRemoved());
  }
}
