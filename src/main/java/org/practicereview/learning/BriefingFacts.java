package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ATTENDEE_AGENCY;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_EMAIL;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_NAME;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_WRITE_TO;
import static org.practicereview.learning.LearningQuestions.BRIEFING_ATTENDEES;
import static org.practicereview.learning.LearningQuestions.EVENT_TITLE;
import static org.practicereview.learning.LearningQuestions.FOLLOW_UP_REPLIES;
import static org.practicereview.learning.LearningQuestions.LEARNING_EVENTS;
import static org.practicereview.learning.LearningQuestions.LEARNING_EVENT_ATTENDANCE;
import static org.practicereview.learning.LearningQuestions.PRESENTATION_REQUESTS;
import static org.practicereview.learning.LearningQuestions.REQUESTED_ON;
import static org.practicereview.learning.LearningQuestions.REQUESTER_EMAIL;
import static org.practicereview.learning.LearningQuestions.REQUESTER_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the forms of a briefing, of its follow-up and of learning events open with. */
@Component
class BriefingFacts implements MoreFacts {

  private static final String NOT_WRITTEN_TO = "requesterWriteTo";

  private static final List<String> KEPT =
      List.of(ATTENDEE_NAME.key(), ATTENDEE_EMAIL.key(), ATTENDEE_AGENCY.key());

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final ObjectProvider<Presentations> presentations;
  private final Clock clock;

  BriefingFacts(
      CaseFacts facts,
      CaseFiles cases,
      Partnerships partnerships,
      ObjectProvider<Presentations> presentations,
      Clock clock) {
    this.facts = facts;
    this.presentations = presentations;
    this.clock = clock;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        "attendeeAgencyChoices",
        FOLLOW_UP_REPLIES.key(),
        PRESENTATION_REQUESTS.key(),
        LEARNING_EVENT_ATTENDANCE.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("attendeeAgencyChoices", agencies(caseReference));
    Map<String, Object> told = facts.of(caseReference);
    if (told.containsKey(BRIEFING_ATTENDEES.key())) {
      known.put(
          PRESENTATION_REQUESTS.key(),
          presentations.getObject().asked(caseReference).stream().map(this::row).toList());
    }
    List<Map<String, Object>> events = LEARNING_EVENTS.in(told);
    if (!told.containsKey(LEARNING_EVENT_ATTENDANCE.key()) && !events.isEmpty()) {
      known.put(
          LEARNING_EVENT_ATTENDANCE.key(),
          events.stream().map(event -> Map.of(EVENT_TITLE.key(), EVENT_TITLE.in(event))).toList());
    }
    if (!told.containsKey(FOLLOW_UP_REPLIES.key())
        && told.get(BRIEFING_ATTENDEES.key()) instanceof List<?> attendees) {
      known.put(
          FOLLOW_UP_REPLIES.key(), attendees.stream().map(BriefingFacts::unanswered).toList());
    }
    return known;
  }

  private Map<String, Object> row(BriefingLinks.Link link) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(REQUESTER_NAME.key(), link.name());
    row.put(REQUESTER_EMAIL.key(), link.email());
    // Opens the form only: a letter goes to those whom the business manager has left in it.
    row.put(NOT_WRITTEN_TO, "no");
    link.usedAt()
        .ifPresent(
            at -> row.put(REQUESTED_ON.key(), LocalDate.ofInstant(at, clock.getZone()).toString()));
    return row;
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
