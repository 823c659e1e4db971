package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.ReviewTeamRows.rows;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_END_PERSON;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_END_RECORD;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_ON_CARERS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_ON_CHILD;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_ON_PARENTS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_ON_SIBLINGS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSON;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSONS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_RECORD;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_STATE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Service;

/** The alerts that agencies put on their records, and which of them have to come off. */
@Service
public class RecordAlerts {

  /** What cases answered that were asked for all persons in one question. */
  private static final String ALL_IN_ONE = "alertPlacedFor";

  private static final Set<String> ON_RECORD = Set.of("placed", "there-before");
  private static final Map<Question<String>, String> PERSONS = new LinkedHashMap<>();

  static {
    PERSONS.put(ALERT_ON_CHILD, "child");
    PERSONS.put(ALERT_ON_SIBLINGS, "sibling");
    PERSONS.put(ALERT_ON_PARENTS, "parent");
    PERSONS.put(ALERT_ON_CARERS, "carer");
  }

  private final CaseFacts facts;
  private final CaseAgencies agencies;

  RecordAlerts(CaseFacts facts, CaseAgencies agencies) {
    this.facts = facts;
    this.agencies = agencies;
  }

  /** The agencies of a case with an alert on a record of theirs. */
  public List<String> agencies(String caseReference) {
    return agencies.of(caseReference).stream()
        .map(CaseAgency::agency)
        .filter(agency -> !toEnd(facts.of(caseReference, agency)).isEmpty())
        .toList();
  }

  /** A row for each record of an agency on which it put the alert, from its answers. */
  static List<Map<String, Object>> toEnd(Map<String, Object> known) {
    List<Map<String, Object>> endings = new ArrayList<>();
    rows(known, ALERT_PERSONS.key())
        .filter(row -> ON_RECORD.contains(ALERT_STATE.in(row)))
        .forEach(row -> endings.add(ending(ALERT_PERSON.in(row), row.get(ALERT_RECORD.key()))));
    if (endings.isEmpty()) {
      // Put on for the rapid review, and never confirmed again for the practice review.
      PERSONS.forEach(
          (question, person) -> {
            if (question.is("placed", known)) {
              endings.add(ending(person, null));
            }
          });
    }
    if (endings.isEmpty() && known.get(ALL_IN_ONE) instanceof List<?> persons) {
      persons.forEach(
          person -> endings.add(ending(String.valueOf(person).replaceAll("s$", ""), null)));
    }
    return endings;
  }

  private static Map<String, Object> ending(String person, Object record) {
    Map<String, Object> ending = new LinkedHashMap<>();
    ending.put(ALERT_END_PERSON.key(), person);
    if (record != null) {
      ending.put(ALERT_END_RECORD.key(), record);
    }
    return ending;
  }
}
