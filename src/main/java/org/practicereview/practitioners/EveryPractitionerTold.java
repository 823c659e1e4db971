package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.CONTACT_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_CONTACTS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_NAME;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** An agency says of each practitioner whom it named how they were told where the review stands. */
@Component
class EveryPractitionerTold implements FormDemand {

  private final NamedPractitioners named;

  EveryPractitionerTold(NamedPractitioners named) {
    this.named = named;
  }

  @Override
  public String name() {
    return "everyPractitionerTold";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<String> told =
        PRACTITIONER_CONTACTS.in(answers).stream()
            .map(row -> CONTACT_NAME.in(row).strip().toLowerCase(Locale.UK))
            .toList();
    List<String> missing =
        named.of(caseReference, scope).stream()
            .map(PRACTITIONER_NAME::in)
            .filter(name -> !told.contains(name.strip().toLowerCase(Locale.UK)))
            .toList();
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            PRACTITIONER_CONTACTS.key(),
            "say for each practitioner you named how they were told; missing: "
                + String.join(", ", missing));
  }
}
