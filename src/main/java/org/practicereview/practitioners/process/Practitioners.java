package org.practicereview.practitioners.process;

import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_AGENCY;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_CAME;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_IS;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.CONFIRM_INVITATIONS;
import static org.practicereview.practitioners.PractitionerQuestions.EVENT_ATTENDANCE;
import static org.practicereview.practitioners.PractitionerQuestions.HEARD_OTHERWISE;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_AGENCY;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.PLAN_PRACTITIONER_EVENTS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_COMING;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_IS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_WRITE_TO;
import static org.practicereview.practitioners.PractitionerQuestions.RECORD_PRACTITIONER_EVENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.practitioners.NamedPractitioners;
import org.practicereview.practitioners.PractitionerReadings;

/**
 * The practitioners whom the agencies have named: which agencies there are, for the steps that
 * concern each of them, and the list of those who come, so that no one types it again.
 */
@ProcessBean("practitioners")
public class Practitioners implements MoreFacts {

  private final CaseAgencies agencies;
  private final NamedPractitioners named;
  private final PractitionerReadings readings;
  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  Practitioners(
      CaseAgencies agencies,
      NamedPractitioners named,
      PractitionerReadings readings,
      Answers answers,
      CaseFiles cases,
      Partnerships partnerships) {
    this.agencies = agencies;
    this.named = named;
    this.readings = readings;
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The codes of the agencies that have named someone who worked with the family. */
  public List<String> agencies(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    return agencies.of(reference).stream()
        .map(CaseAgency::agency)
        .filter(agency -> !named(reference, agency).isEmpty())
        .toList();
  }

  /**
   * Whether every practitioner has been given the draft to read, or said that they do not want to.
   */
  public boolean everyoneRead(DelegateExecution execution) {
    return readings.notAsked(execution.getProcessBusinessKey()).isEmpty();
  }

  /** Whether a session has been planned that has not been recorded yet. */
  public boolean sessionPlanned(DelegateExecution execution) {
    List<FormAnswers> given = answers.of(execution.getProcessBusinessKey());
    return last(given, PLAN_PRACTITIONER_EVENTS.id(), "")
        > last(given, RECORD_PRACTITIONER_EVENT.id(), "");
  }

  /**
   * The codes of the agencies that have confirmed, since the session was planned, that someone
   * comes to whom the reviewer's summary may go.
   */
  public List<String> agenciesComing(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    List<FormAnswers> given = answers.of(reference);
    int planned = last(given, PLAN_PRACTITIONER_EVENTS.id(), "");
    return agencies(execution).stream()
        .filter(agency -> last(given, CONFIRM_INVITATIONS.id(), agency) > planned)
        .filter(
            agency ->
                named(reference, agency).stream()
                    .anyMatch(row -> PRACTITIONER_WRITE_TO.is("yes", row)))
        .toList();
  }

  /** Where the latest answers to a form stand among all of the case; -1 if there are none. */
  private static int last(List<FormAnswers> given, String form, String scope) {
    int last = -1;
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).form().equals(form) && given.get(i).scope().equals(scope)) {
        last = i;
      }
    }
    return last;
  }

  @Override
  public Set<String> keys() {
    return Set.of(EVENT_ATTENDANCE.key(), HEARD_OTHERWISE.key(), "practitionerAgencyChoices");
  }

  /**
   * For the forms of a session: everyone who is said to come, as rows of the attendance; everyone
   * who cannot come, was not there, or was named only after it, as rows of those to be heard in
   * another way; and the agencies in the review, to choose one from.
   */
  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty() || !scope.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<FormAnswers> given = answers.of(caseReference);
    int event = last(given, RECORD_PRACTITIONER_EVENT.id(), "");
    List<Map<String, Object>> coming = new ArrayList<>();
    List<Map<String, Object>> others = new ArrayList<>();
    List<Map<String, Object>> choices = new ArrayList<>();
    for (CaseAgency asked : agencies.of(caseReference)) {
      String code = asked.agency();
      String name = partnership.agency(code).name();
      if (asked.isInvolved()) {
        choices.add(Map.of("value", code, "label", name));
      }
      boolean late = event >= 0 && last(given, CONFIRM_INVITATIONS.id(), code) > event;
      for (Map<?, ?> row : named(caseReference, code)) {
        boolean comes = !PRACTITIONER_COMING.is("no", row);
        if (comes) {
          coming.add(attendee(row, name));
        }
        if (late || !comes) {
          others.add(as("other", row, name));
        }
      }
    }
    if (event >= 0) {
      others.addAll(missing(given.get(event)));
    }
    return Map.of(
        EVENT_ATTENDANCE.key(),
        List.copyOf(coming),
        HEARD_OTHERWISE.key(),
        List.copyOf(others),
        "practitionerAgencyChoices",
        List.copyOf(choices));
  }

  private static Map<String, Object> attendee(Map<?, ?> row, String agency) {
    Map<String, Object> attendee = new LinkedHashMap<>(as("attendee", row, agency));
    attendee.put(ATTENDEE_IS.key(), PRACTITIONER_IS.in(row));
    return attendee;
  }

  private List<Map<?, ?>> named(String reference, String agency) {
    return named.of(reference, agency);
  }

  private static List<Map<String, Object>> missing(FormAnswers event) {
    return rows(event.values(), EVENT_ATTENDANCE.key()).stream()
        .filter(row -> ATTENDEE_CAME.is("no", row))
        .map(
            row ->
                Map.<String, Object>of(
                    OTHER_NAME.key(), ATTENDEE_NAME.in(row),
                    OTHER_ROLE.key(), ATTENDEE_ROLE.in(row),
                    OTHER_AGENCY.key(), ATTENDEE_AGENCY.in(row)))
        .toList();
  }

  private static Map<String, Object> as(String prefix, Map<?, ?> row, String agency) {
    return Map.of(
        prefix + "Name", PRACTITIONER_NAME.in(row),
        prefix + "Role", PRACTITIONER_ROLE.in(row),
        prefix + "Agency", agency);
  }

  private static List<Map<?, ?>> rows(Map<String, Object> values, String key) {
    List<Map<?, ?>> rows = new ArrayList<>();
    if (values.get(key) instanceof List<?> given) {
      given.forEach(
          row -> {
            if (row instanceof Map<?, ?> cells) {
              rows.add(cells);
            }
          });
    }
    return rows;
  }
}
