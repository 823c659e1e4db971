package org.practicereview.learning;

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
    rows(facts.of(caseReference).get("briefingAttendees"))
        .forEach(row -> attended.add(address(row.get("attendeeEmail"))));
    Map<String, String> problems = new LinkedHashMap<>();
    List<? extends Map<?, ?>> requests = rows(answers.get("presentationRequests"));
    for (int i = 0; i < requests.size(); i++) {
      if (!attended.contains(address(requests.get(i).get("requesterEmail")))) {
        problems.put(
            "presentationRequests[" + i + "].requesterEmail",
            "is not the address of anybody who attended; only those who were there may ask");
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
