package org.practicereview.chronology;

import static org.practicereview.chronology.ChronologyQuestions.SET_UP_AGENCY;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_ATTENDANCE;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The record of the set-up meeting says of every agency in the review whether it came. */
@Component
class WholeSetUpMeeting implements FormDemand {

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  WholeSetUpMeeting(CaseAgencies agencies, CaseFiles cases, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public String name() {
    return "wholeSetUpMeeting";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Set<String> missing = new TreeSet<>();
    agencies.of(caseReference).stream()
        .filter(CaseAgency::isInvolved)
        .forEach(agency -> missing.add(partnership.agency(agency.agency()).name()));
    SET_UP_ATTENDANCE.in(answers).forEach(row -> missing.removeIf(name -> isOf(name, row)));
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            SET_UP_ATTENDANCE.key(),
            "say for each agency whether it came; missing: " + String.join(", ", missing));
  }

  /** Whether a row is about an agency; someone may have written more behind the name. */
  static boolean isOf(String agencyName, Map<?, ?> row) {
    return String.valueOf(row.get(SET_UP_AGENCY.key())).startsWith(agencyName);
  }
}
