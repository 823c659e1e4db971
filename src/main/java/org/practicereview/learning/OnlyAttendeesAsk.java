package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ATTENDEE_EMAIL;
import static org.practicereview.learning.LearningQuestions.BRIEFING_ATTENDEES;
import static org.practicereview.learning.LearningQuestions.PRESENTATION_REQUESTS;
import static org.practicereview.learning.LearningQuestions.REQUESTER_EMAIL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** The presentation of a briefing is given only to those who were there. */
@Component
class OnlyAttendeesAsk implements FormDemand {

  private final CaseFacts facts;

  OnlyAttendeesAsk(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "onlyAttendeesAsk";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Set<String> attended = new TreeSet<>();
    rows(facts.of(caseReference).get(BRIEFING_ATTENDEES.key()))
        .forEach(row -> attended.add(address(row.get(ATTENDEE_EMAIL.key()))));
    Map<String, String> problems = new LinkedHashMap<>();
    List<? extends Map<?, ?>> requests = rows(answers.get(PRESENTATION_REQUESTS.key()));
    for (int i = 0; i < requests.size(); i++) {
      if (!attended.contains(address(requests.get(i).get(REQUESTER_EMAIL.key())))) {
        problems.put(
            PRESENTATION_REQUESTS.at(i, REQUESTER_EMAIL),
            "is not the address of anyone who attended; only those who were there may ask");
      }
    }
    return problems;
  }

  private static String address(Object value) {
    return value == null ? "" : value.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static List<? extends Map<?, ?>> rows(Object answer) {
    return answer instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row).toList()
        : List.of();
  }
}
