package org.practicereview.reviewteam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Who can be a member of the team: somebody who did not work with the child, does not and did not
 * manage those who did, can speak for the agency, and comes to every meeting. Where the partnership
 * allows it, somebody of similar seniority may stand in on a single date.
 */
@Component
class EligibleMember implements FormDemand {

  private static final String ANOTHER = "; please name another person";

  private final CaseFacts facts;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Clock clock;

  EligibleMember(CaseFacts facts, CaseFiles cases, Partnerships partnerships, Clock clock) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "eligibleMember";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (!"true".equals(String.valueOf(answers.get("memberOffered")))) {
      return Map.of();
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    if (is(answers, "memberWorkedWithChild", true)) {
      wrong.put(
          "memberWorkedWithChild",
          "somebody who worked with the child or the family cannot be a member" + ANOTHER);
    }
    if (is(answers, "memberManagedPractitioners", true)) {
      wrong.put(
          "memberManagedPractitioners",
          "somebody who manages or managed those who worked with the child cannot be a member"
              + ANOTHER);
    }
    if (is(answers, "memberSenior", false)) {
      wrong.put("memberSenior", "a member must be able to speak for the agency" + ANOTHER);
    }
    dates(caseReference, scope, answers, wrong);
    return wrong;
  }

  private void dates(
      String caseReference, String scope, Map<String, Object> answers, Map<String, String> wrong) {
    boolean proxies =
        partnerships.get(cases.get(caseReference).partnership()).option("delegatesAllowed");
    Set<String> missing = new TreeSet<>();
    ReviewTeamRows.upcoming(facts.of(caseReference, scope), LocalDate.now(clock))
        .forEach(meeting -> missing.add(String.valueOf(meeting.get("meetingOn"))));
    List<Map<?, ?>> rows = ReviewTeamRows.rows(answers, "memberAvailability").toList();
    for (int i = 0; i < rows.size(); i++) {
      Map<?, ?> row = rows.get(i);
      missing.remove(String.valueOf(row.get("availabilityOn")));
      if ("no".equals(row.get("available")) && !(proxies && hasProxy(row))) {
        wrong.put(
            "memberAvailability[" + i + "].available",
            proxies
                ? "a member who cannot come on a date names somebody of similar seniority who does"
                : "a member comes to every meeting, and nobody stands in" + ANOTHER);
      }
    }
    if (!missing.isEmpty()) {
      wrong.put(
          "memberAvailability",
          "say for each date of the timetable whether the member can come; missing: "
              + String.join(", ", missing));
    }
  }

  private static boolean hasProxy(Map<?, ?> row) {
    return row.get("proxyName") instanceof String name
        && !name.isBlank()
        && row.get("proxyRole") instanceof String role
        && !role.isBlank()
        && Boolean.TRUE.equals(row.get("proxySenior"));
  }

  private static boolean is(Map<String, Object> answers, String key, boolean value) {
    return String.valueOf(value).equals(String.valueOf(answers.get(key)));
  }
}
