package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.CONTACT_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.CONTACT_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONERS_NOT_ASKED;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_CONTACTS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_READINGS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.READERS_KNOWN;
import static org.practicereview.practitioners.PractitionerQuestions.READER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.READER_ROLE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Component;

/**
 * What the forms about draft, sign-off and publication open with: the practitioners of the agency,
 * each as a row, without those who have read the draft; and, for whoever accepts it, those who were
 * not asked.
 */
@Component
class PractitionerRows implements MoreFacts {

  private final NamedPractitioners named;
  private final PractitionerReadings readings;

  PractitionerRows(NamedPractitioners named, PractitionerReadings readings) {
    this.named = named;
    this.readings = readings;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        PRACTITIONERS_NOT_ASKED.key(),
        PRACTITIONER_READINGS.key(),
        READERS_KNOWN.key(),
        PRACTITIONER_CONTACTS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    return scope.isEmpty()
        ? Map.of(PRACTITIONERS_NOT_ASKED.key(), String.join("\n", readings.notAsked(caseReference)))
        : Map.of(
            PRACTITIONER_READINGS.key(),
            rows(readings.notAskedBy(caseReference, scope), READER_NAME, READER_ROLE),
            READERS_KNOWN.key(),
            readings.askedBy(caseReference, scope),
            PRACTITIONER_CONTACTS.key(),
            rows(named.of(caseReference, scope), CONTACT_NAME, CONTACT_ROLE));
  }

  private static List<Map<String, String>> rows(
      List<Map<?, ?>> people, Question<String> name, Question<String> role) {
    return people.stream()
        .map(
            person ->
                Map.of(
                    name.key(),
                    PRACTITIONER_NAME.in(person),
                    role.key(),
                    PRACTITIONER_ROLE.in(person)))
        .toList();
  }
}
