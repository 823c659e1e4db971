package org.practicereview.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicereview.forms.FormCheck;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.FormRefused;
import org.springframework.stereotype.Component;

/** Holds the answers to a task against what its model demands beyond the rules of the form. */
@Component
class FormDemands {

  private static final String PROPERTY = "demands";

  private final Map<String, FormDemand> byName = new TreeMap<>();

  FormDemands(List<FormDemand> demands) {
    demands.forEach(demand -> byName.put(demand.name(), demand));
  }

  /**
   * Refuses answers that do not meet a demand.
   *
   * @throws FormRefused naming every question concerned
   * @throws IllegalStateException if the model names a demand that does not exist
   */
  void check(FormPlace place, Map<String, Object> answers) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String name : ElementProperties.of(place.model()).list(PROPERTY)) {
      FormDemand demand = byName.get(name);
      if (demand == null) {
        throw new IllegalStateException(
            "The model element " + place.element() + " demands " + name + ", which is unknown");
      }
      wrong.putAll(demand.problems(place.caseReference(), place.scope(), answers));
    }
    if (!wrong.isEmpty()) {
      throw new FormRefused(wrong, FormCheck.labels(place.form().questions(), answers, ""));
    }
  }
}
