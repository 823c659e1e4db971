package org.practicereview.reviewteam;

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
    ReviewTeamRows.rows(answers, "alertPersons")
        .forEach(row -> missing.remove(String.valueOf(row.get("alertPerson"))));
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            "alertPersons",
            "give a row for each person, also where you hold no record; missing: "
                + String.join(", ", missing));
  }
}
