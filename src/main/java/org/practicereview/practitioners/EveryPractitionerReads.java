package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_READINGS;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * An agency says of each practitioner whom it named whether they have read the draft, also of those
 * who have left it. Whoever was asked already, before the check was opened again, is not asked
 * about again.
 */
@Component
class EveryPractitionerReads implements FormDemand {

  private final PractitionerReadings readings;

  EveryPractitionerReads(PractitionerReadings readings) {
    this.readings = readings;
  }

  @Override
  public String name() {
    return "everyPractitionerReads";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<Map<String, Object>> rows = PRACTITIONER_READINGS.in(answers);
    List<String> missing =
        readings.notAskedBy(caseReference, scope).stream()
            .filter(
                person -> rows.stream().noneMatch(row -> PractitionerReadings.isOf(person, row)))
            .map(PRACTITIONER_NAME::in)
            .toList();
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            PRACTITIONER_READINGS.key(),
            "say for each practitioner you named whether they have read the draft, including those"
                + " who have left; missing: "
                + String.join(", ", missing));
  }
}
