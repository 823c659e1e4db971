package org.practicereview.reviewteam;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Who is in the team of a review, and how they come to its meetings. */
@Component
class TeamSection implements CaseSection {

  private final TeamMembers team;

  TeamSection(TeamMembers team) {
    this.team = team;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    boolean seen = view.sight().identity() || view.sight().reviewTeam();
    return Map.of("team", seen ? team.members(view.reference()) : List.of());
  }
}
