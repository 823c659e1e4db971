package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.AVAILABLE;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_AVAILABILITY;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_MANAGED_PRACTITIONERS;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_OFFERED;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_SENIOR;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_WORKED_WITH_CHILD;
import static org.practicereview.reviewteam.TeamQuestions.PROXY_NAME;
import static org.practicereview.reviewteam.TeamQuestions.PROXY_ROLE;
import static org.practicereview.reviewteam.TeamQuestions.PROXY_SENIOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Who can be a member of the team: someone who did not work with the child, does not and did not
 * manage those who did, can speak for the agency, and comes to every meeting. Where the partnership
 * allows it, someone of similar seniority may stand in on a single date.
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
    if (!MEMBER_OFFERED.in(answers)) {
      return Map.of();
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    if (is(answers, MEMBER_WORKED_WITH_CHILD.key(), true)) {
      wrong.put(
          MEMBER_WORKED_WITH_CHILD.key(),
          "someone who worked with the child or the family cannot be a member" + ANOTHER);
    }
    if (is(answers, MEMBER_MANAGED_PRACTITIONERS.key(), true)) {
      wrong.put(
          MEMBER_MANAGED_PRACTITIONERS.key(),
          "someone who manages or managed those who worked with the child cannot be a member"
              + ANOTHER);
    }
    if (is(answers, MEMBER_SENIOR.key(), false)) {
      wrong.put(MEMBER_SENIOR.key(), "a member must be able to speak for the agency" + ANOTHER);
    }
    dates(caseReference, scope, answers, wrong);
    return wrong;
  }

  private void dates(
      String caseReference, String scope, Map<String, Object> answers, Map<String, String> wrong) {
    boolean proxies =
        partnerships.get(cases.get(caseReference).partnership()).option("delegatesAllowed");
    Set<String> missing =
        EveryDateAnswered.missing(facts.of(caseReference, scope), answers, LocalDate.now(clock));
    List<Map<?, ?>> rows = ReviewTeamRows.rows(answers, MEMBER_AVAILABILITY.key()).toList();
    for (int i = 0; i < rows.size(); i++) {
      Map<?, ?> row = rows.get(i);
      if (AVAILABLE.is("no", row) && !(proxies && hasProxy(row))) {
        wrong.put(
            MEMBER_AVAILABILITY.at(i, AVAILABLE),
            proxies
                ? "a member who cannot come on a date names someone of similar seniority who does"
                : "a member comes to every meeting, and no one can come in their place" + ANOTHER);
      }
    }
    if (!missing.isEmpty()) {
      wrong.put(MEMBER_AVAILABILITY.key(), EveryDateAnswered.inWords(missing));
    }
  }

  /** Whether a row names someone of similar seniority who comes in the member's place. */
  static boolean hasProxy(Map<?, ?> row) {
    return row.get(PROXY_NAME.key()) instanceof String name
        && !name.isBlank()
        && row.get(PROXY_ROLE.key()) instanceof String role
        && !role.isBlank()
        && PROXY_SENIOR.in(row);
  }

  private static boolean is(Map<String, Object> answers, String key, boolean value) {
    return String.valueOf(value).equals(String.valueOf(answers.get(key)));
  }
}
