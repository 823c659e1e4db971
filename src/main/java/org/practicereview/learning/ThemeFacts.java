package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.FINDING_THEMES;
import static org.practicereview.learning.LearningQuestions.LEARNING_THEMES;
import static org.practicereview.learning.LearningQuestions.RETURN_THEMES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The themes that forms offer, and those that were named in a case before its report. */
@Component
class ThemeFacts implements MoreFacts {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Themes themes;

  ThemeFacts(Answers answers, CaseFiles cases, Partnerships partnerships, Themes themes) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
    this.themes = themes;
  }

  @Override
  public Set<String> keys() {
    return Set.of("themeChoices", FINDING_THEMES.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> known = new LinkedHashMap<>();
    known.put(
        "themeChoices", themes.choices(partnerships.get(cases.get(caseReference).partnership())));
    List<String> said = said(caseReference);
    if (!said.isEmpty()) {
      known.put(FINDING_THEMES.key(), said);
    }
    return known;
  }

  /** What agencies, early learning and an earlier version of the report say. */
  private List<String> said(String caseReference) {
    Set<String> said = new LinkedHashSet<>();
    for (FormAnswers given : answers.of(caseReference)) {
      said.addAll(FINDING_THEMES.in(given.values()));
      said.addAll(RETURN_THEMES.in(given.values()));
      said.addAll(LEARNING_THEMES.in(given.values()));
    }
    return new ArrayList<>(said);
  }
}
