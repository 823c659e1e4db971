package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.LEADERS_NOT_BRIEFED_REASONS;
import static org.practicereview.report.ReportQuestions.LEADER_BRIEFED_HEALTH_ON;
import static org.practicereview.report.ReportQuestions.LEADER_BRIEFED_LOCAL_AUTHORITY_ON;
import static org.practicereview.report.ReportQuestions.LEADER_BRIEFED_POLICE_ON;
import static org.practicereview.report.ReportQuestions.SIGN_OFF_DECISION;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Component;

/**
 * No report is signed off before the member of each statutory partner could brief the partner's own
 * senior leader, or the executive says why not (local practice).
 */
@Component
class LeadersBriefed implements FormDemand {

  private static final Map<Question<Optional<LocalDate>>, String> LEADERS = new LinkedHashMap<>();

  static {
    LEADERS.put(LEADER_BRIEFED_LOCAL_AUTHORITY_ON, "the local authority");
    LEADERS.put(LEADER_BRIEFED_POLICE_ON, "the police");
    LEADERS.put(LEADER_BRIEFED_HEALTH_ON, "health");
  }

  @Override
  public String name() {
    return "leadersBriefed";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (SIGN_OFF_DECISION.is("return", answers)
        || !LEADERS_NOT_BRIEFED_REASONS.in(answers).isEmpty()) {
      return Map.of();
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    LEADERS.forEach(
        (briefedOn, who) -> {
          if (briefedOn.in(answers).isEmpty()) {
            wrong.put(
                briefedOn.key(),
                "the senior leader of "
                    + who
                    + " has not been briefed; have it done first, or say below why not");
          }
        });
    return wrong;
  }
}
