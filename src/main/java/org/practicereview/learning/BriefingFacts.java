package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ATTENDEE_AGENCY;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_EMAIL;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_NAME;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_WRITE_TO;
import static org.practicereview.learning.LearningQuestions.BRIEFING_ATTENDEES;
import static org.practicereview.learning.LearningQuestions.FOLLOW_UP_REPLIES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What the forms of a briefing and of its follow-up open with. */
@Component
class BriefingFacts implements MoreFacts {

  private static final List<String> KEPT =
      List.of(ATTENDEE_NAME.key(), ATTENDEE_EMAIL.key(), ATTENDEE_AGENCY.key());

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  BriefingFacts(CaseFacts facts, CaseFiles cases, Partnerships partnerships) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of("attendeeAgencyChoices", FOLLOW_UP_REPLIES.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("attendeeAgencyChoices", agencies(caseReference));
    Map<String, Object> told = facts.of(caseReference);
    if (!told.containsKey(FOLLOW_UP_REPLIES.key())
        && told.get(BRIEFING_ATTENDEES.key()) instanceof List<?> attendees) {
      known.put(
          FOLLOW_UP_REPLIES.key(), attendees.stream().map(BriefingFacts::unanswered).toList());
    }
    return known;
  }

  private List<Map<String, String>> agencies(String caseReference) {
    List<Map<String, String>> agencies = new ArrayList<>();
    partnerships
        .get(cases.get(caseReference).partnership())
        .agencies()
        .forEach(agency -> agencies.add(Map.of("value", agency.code(), "label", agency.name())));
    agencies.add(Map.of("value", "other", "label", "Another organisation"));
    return agencies;
  }

  private static Map<String, Object> unanswered(Object attendee) {
    Map<String, Object> row = new LinkedHashMap<>();
    if (attendee instanceof Map<?, ?> cells) {
      KEPT.stream()
          .filter(key -> cells.get(key) != null)
          .forEach(key -> row.put(key, cells.get(key)));
    }
    row.put(ATTENDEE_WRITE_TO.key(), "yes");
    return row;
  }
}
