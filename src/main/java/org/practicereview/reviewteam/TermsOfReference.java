package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.DRAFT_TERMS_OF_REFERENCE;
import static org.practicereview.reviewteam.TeamQuestions.TERMS_VERSION;

import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * The version of a review's terms of reference: each submission of their form is one. A version
 * that the partners or the team agree is named by its number, so that nobody agrees another one
 * than they have read.
 */
@Component
class TermsOfReference implements MoreFacts {

  private final Answers answers;

  TermsOfReference(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    long versions =
        answers.of(caseReference).stream()
            .filter(given -> DRAFT_TERMS_OF_REFERENCE.is(given.form()))
            .count();
    return versions == 0 ? Map.of() : Map.of(TERMS_VERSION.key(), versions);
  }
}
