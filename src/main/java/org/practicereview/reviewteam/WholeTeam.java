package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.MEETING_ATTENDANCE;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.practicereview.reviewteam.TeamMembers.Member;
import org.springframework.stereotype.Component;

/** The record of a meeting says of every member of the team whether they came. */
@Component
class WholeTeam implements FormDemand {

  private final TeamMembers team;

  WholeTeam(TeamMembers team) {
    this.team = team;
  }

  @Override
  public String name() {
    return "wholeTeam";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Set<String> missing =
        team.present(caseReference).stream()
            .map(Member::agencyName)
            .collect(Collectors.toCollection(TreeSet::new));
    ReviewTeamRows.rows(answers, MEETING_ATTENDANCE.key())
        .forEach(row -> missing.removeIf(agency -> TeamMembers.isOf(agency, row)));
    return missing.isEmpty()
        ? Map.of()
        : Map.of(
            MEETING_ATTENDANCE.key(),
            "say for each member whether they came; missing: " + String.join(", ", missing));
  }
}
