package org.practicereview.chronology.process;

import static org.practicereview.chronology.ChronologyQuestions.KEY_LINE;
import static org.practicereview.chronology.ChronologyQuestions.KEY_LINES;
import static org.practicereview.chronology.ChronologyQuestions.KEY_LINES_IN_WORDS;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_AGENCY;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_ATTENDANCE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What the forms about chronologies show: one row for each agency that belongs into the set-up
 * meeting, and the key lines of enquiry with the numbers by which the rows of a chronology name
 * them.
 */
@Component
class ChronologyFacts implements MoreFacts {

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Partnerships partnerships;

  ChronologyFacts(
      CaseAgencies agencies, CaseFiles cases, CaseFacts facts, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.facts = facts;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(SET_UP_ATTENDANCE.key(), KEY_LINES_IN_WORDS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> more = new LinkedHashMap<>();
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<Map<String, String>> rows =
        agencies.of(caseReference).stream()
            .filter(CaseAgency::isInvolved)
            .map(agency -> Map.of(SET_UP_AGENCY.key(), partnership.agency(agency.agency()).name()))
            .toList();
    if (!rows.isEmpty()) {
      more.put(SET_UP_ATTENDANCE.key(), rows);
    }
    if (facts.of(caseReference).get(KEY_LINES.key()) instanceof List<?> lines && !lines.isEmpty()) {
      more.put(KEY_LINES_IN_WORDS.key(), numbered(lines));
    }
    return more;
  }

  private static String numbered(List<?> lines) {
    List<String> numbered = new ArrayList<>();
    for (Object line : lines) {
      if (line instanceof Map<?, ?> row && row.get(KEY_LINE.key()) instanceof String text) {
        numbered.add((numbered.size() + 1) + ". " + text);
      }
    }
    return String.join("\n", numbered);
  }
}
