package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.CARE_STATUS;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_DIED;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_LIVES_HERE;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_OUTCOME;
import static org.practicereview.casefile.CaseFileQuestions.HARM;
import static org.practicereview.casefile.CaseFileQuestions.INCIDENT_PLACE_KIND;
import static org.practicereview.casefile.CaseFileQuestions.INSIDE_ENGLAND;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFICATION_NATURE;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFYING_AUTHORITY;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What follows from the referral and its screening for the forms of screening and notification:
 * what happened to the child, what is notified and by whom, and whether it was in England. Only
 * those who know the child fill these forms in.
 */
@Component
class IncidentKnown implements MoreFacts {

  private static final String LOCAL_AUTHORITY = "local-authority";

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  IncidentKnown(CaseFacts facts, CaseFiles cases, Partnerships partnerships) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        HARM.key(),
        CHILD_OUTCOME.key(),
        NOTIFICATION_NATURE.key(),
        NOTIFYING_AUTHORITY.key(),
        INSIDE_ENGLAND.key(),
        CHILD_LIVES_HERE.key());
  }

  /** As a key of its own: the word "harm" stands in the text of most forms. */
  @Override
  public boolean areAskedIn(String text) {
    return keys().stream().anyMatch(key -> text.equals(key) || text.contains('"' + key + '"'));
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> told = facts.of(caseReference);
    Map<String, Object> known = new LinkedHashMap<>();
    if (CHILD_DIED.in(told)) {
      known.put(HARM.key(), "died");
    }
    String harm = HARM.in(told);
    if (Set.of("died", "seriously-harmed").contains(harm)) {
      known.put(CHILD_OUTCOME.key(), harm);
    }
    authority(caseReference).ifPresent(name -> known.put(NOTIFYING_AUTHORITY.key(), name));
    if (INCIDENT_PLACE_KIND.isAnsweredIn(told)) {
      boolean abroad = INCIDENT_PLACE_KIND.is("outside-england", told);
      known.put(INSIDE_ENGLAND.key(), !abroad);
      if (abroad) {
        known.put(CHILD_LIVES_HERE.key(), true);
      }
    }
    // What someone has answered counts more than what follows from an earlier form.
    known.keySet().removeIf(key -> told.get(key) != null);
    // What is notified follows from the latest screening, also in a case that was opened again.
    nature(harm, CARE_STATUS.in(told))
        .ifPresent(nature -> known.put(NOTIFICATION_NATURE.key(), nature));
    return known;
  }

  /** The name of the council, which notifies (Children Act 2004, section 16C). */
  private Optional<String> authority(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    return partnership.agencies().stream()
        .filter(agency -> agency.code().equals(LOCAL_AUTHORITY))
        .map(agency -> agency.name())
        .findFirst();
  }

  private static Optional<String> nature(String harm, String careStatus) {
    return switch (harm) {
      case "seriously-harmed" -> Optional.of("serious-harm");
      case "died" ->
          Optional.of(
              switch (careStatus) {
                case "looked-after" -> "looked-after-death";
                case "care-leaver" -> "care-leaver-death";
                default -> "child-death";
              });
      default -> Optional.empty();
    };
  }
}
