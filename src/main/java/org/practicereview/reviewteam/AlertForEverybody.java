package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSON;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSONS;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * An agency says of the child, brothers and sisters, parents and carers each whether the alert is
 * on the record, also where it holds none.
 */
@Component
class AlertForEverybody implements FormDemand {

  @Override
  public String name() {
    return "alertForEverybody";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Set<String> missing = new TreeSet<>(Set.of("child", "sibling", "parent", "carer"));
    ReviewTeamRows.rows(answers, ALERT_PERSONS.key())
        .forEach(row -> missing.remove(String.valueOf(row.get(ALERT_PERSON.key()))));
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            ALERT_PERSONS.key(),
            "give a row for each person, also where you hold no record; missing: "
                + String.join(", ", missing));
  }
}
