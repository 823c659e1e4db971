package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.REVIEWER_INTRODUCTION;
import static org.practicereview.family.InvitationQuestions.REVIEWER_NAME;
import static org.practicereview.family.InvitationQuestions.REVIEWER_ORGANISATION;

import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/** How the letters to the family begin to say who the reviewer is: name and organisation. */
@Component
class ReviewerIntroduced implements MoreFacts {

  private final CaseFacts facts;

  ReviewerIntroduced(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Set.of(REVIEWER_INTRODUCTION.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> known = caseReference.isEmpty() ? Map.of() : facts.of(caseReference);
    String name = REVIEWER_NAME.in(known);
    String organisation = REVIEWER_ORGANISATION.in(known);
    if (name.isBlank() || REVIEWER_INTRODUCTION.isAnsweredIn(known)) {
      return Map.of();
    }
    return Map.of(
        REVIEWER_INTRODUCTION.key(),
        organisation.isBlank() ? name + "." : "%s, %s.".formatted(name, organisation));
  }
}
