package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ANSWER_IMPACT_SURVEY;
import static org.practicereview.learning.LearningQuestions.IMPACT_ANSWERS_IN_WORDS;
import static org.practicereview.learning.LearningQuestions.SURVEY_DIFFERENCE;
import static org.practicereview.learning.LearningQuestions.SURVEY_GAPS;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What the agencies answered about the impact of the learning, beside the summary of it. */
@Component
class ImpactAnswers implements MoreFacts {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  ImpactAnswers(Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(IMPACT_ANSWERS_IN_WORDS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    String words =
        answers.of(caseReference).stream()
            .filter(given -> ANSWER_IMPACT_SURVEY.is(given.form()))
            .map(given -> inWords(partnership, given))
            .collect(Collectors.joining("\n\n"));
    return Map.of(
        IMPACT_ANSWERS_IN_WORDS.key(), words.isEmpty() ? "No agency has answered." : words);
  }

  private static String inWords(Partnership partnership, FormAnswers given) {
    String gaps = SURVEY_GAPS.in(given.values());
    return partnership.agency(given.scope()).name()
        + ": "
        + SURVEY_DIFFERENCE.in(given.values())
        + (gaps.isBlank() ? "" : "\nStill missing: " + gaps);
  }
}
