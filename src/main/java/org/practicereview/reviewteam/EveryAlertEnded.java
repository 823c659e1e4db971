package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.ALERT_ENDINGS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_END_PERSON;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_END_RECORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** An agency says of each record on which it put the alert whether the alert is off. */
@Component
class EveryAlertEnded implements FormDemand {

  private final CaseFacts facts;

  EveryAlertEnded(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "everyAlertEnded";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<String> left =
        RecordAlerts.toEnd(facts.of(caseReference, scope)).stream()
            .map(EveryAlertEnded::record)
            .collect(Collectors.toCollection(ArrayList::new));
    ALERT_ENDINGS.in(answers).forEach(row -> left.remove(record(row)));
    return left.isEmpty()
        ? Map.of()
        : Map.of(
            ALERT_ENDINGS.key(),
            "say for each record whether the alert is off; missing: " + String.join(", ", left));
  }

  private static String record(Map<String, Object> row) {
    return (ALERT_END_PERSON.in(row) + " " + ALERT_END_RECORD.in(row)).strip();
  }
}
