package org.practicereview.practitioners.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/**
 * The practitioners whom the agencies have named: which agencies there are, for the steps that
 * concern each of them, and the list of those who come, so that nobody types it again.
 */
@ProcessBean("practitioners")
public class Practitioners implements MoreFacts {

  private static final String NAMED = "practitioners";
  private static final String PLAN = "plan-practitioner-events";
  private static final String CONFIRMATION = "confirm-invitations";
  private static final String EVENT = "record-practitioner-event";

  private final CaseAgencies agencies;
  private final CaseFacts facts;
  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  Practitioners(
      CaseAgencies agencies,
      CaseFacts facts,
      Answers answers,
      CaseFiles cases,
      Partnerships partnerships) {
    this.agencies = agencies;
    this.facts = facts;
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The codes of the agencies that have named somebody who worked with the family. */
  public List<String> agencies(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    return agencies.of(reference).stream()
        .map(CaseAgency::agency)
        .filter(agency -> !named(reference, agency).isEmpty())
        .toList();
  }

  /**
   * The codes of the agencies that have confirmed, since the session was planned, that somebody
   * comes to whom the reviewer's summary may go.
   */
  public List<String> agenciesComing(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    List<FormAnswers> given = answers.of(reference);
    int planned = last(given, PLAN, "");
    return agencies(execution).stream()
        .filter(agency -> last(given, CONFIRMATION, agency) > planned)
        .filter(
            agency ->
                named(reference, agency).stream()
                    .anyMatch(row -> "yes".equals(row.get("practitionerWriteTo"))))
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

  /**
   * For the forms of a session: everybody who is said to come, as rows of the attendance; everybody
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
    int event = last(given, EVENT, "");
    List<Map<String, Object>> coming = new ArrayList<>();
    List<Map<String, Object>> others = new ArrayList<>();
    List<Map<String, Object>> choices = new ArrayList<>();
    for (CaseAgency asked : agencies.of(caseReference)) {
      String code = asked.agency();
      String name = partnership.agency(code).name();
      if (!asked.state().equals("not-involved")) {
        choices.add(Map.of("value", code, "label", name));
      }
      boolean late = event >= 0 && last(given, CONFIRMATION, code) > event;
      for (Map<?, ?> row : named(caseReference, code)) {
        boolean comes = !"no".equals(row.get("practitionerComing"));
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
        "eventAttendance", List.copyOf(coming),
        "heardOtherwise", List.copyOf(others),
        "practitionerAgencyChoices", List.copyOf(choices));
  }

  private static Map<String, Object> attendee(Map<?, ?> row, String agency) {
    Map<String, Object> attendee = new LinkedHashMap<>(as("attendee", row, agency));
    attendee.put("attendeeIs", text(row.get("practitionerIs")));
    return attendee;
  }

  private List<Map<?, ?>> named(String reference, String agency) {
    Map<String, Object> known = facts.of(reference, agency);
    // An agency that finds later that nobody worked with the family has named nobody.
    return "false".equals(text(known.get("practitionersKnown"))) ? List.of() : rows(known, NAMED);
  }

  private static List<Map<String, Object>> missing(FormAnswers event) {
    return rows(event.values(), "eventAttendance").stream()
        .filter(row -> "no".equals(row.get("attendeeCame")))
        .map(
            row ->
                Map.<String, Object>of(
                    "otherName", text(row.get("attendeeName")),
                    "otherRole", text(row.get("attendeeRole")),
                    "otherAgency", text(row.get("attendeeAgency"))))
        .toList();
  }

  private static Map<String, Object> as(String prefix, Map<?, ?> row, String agency) {
    return Map.of(
        prefix + "Name", text(row.get("practitionerName")),
        prefix + "Role", text(row.get("practitionerRole")),
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

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
