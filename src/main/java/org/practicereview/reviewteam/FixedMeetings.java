package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The dates of the team's meetings, all of which are fixed before anyone is appointed: as many at
 * least as the partnership holds ({@code groupMeetings} of its profile), and one where it does not
 * say. The set-up meeting, where there is one, lies ahead as well.
 */
@Component
class FixedMeetings implements FormDemand {

  private static final Pattern LEAST = Pattern.compile("\\d+");

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Clock clock;

  FixedMeetings(CaseFiles cases, Partnerships partnerships, Clock clock) {
    this.cases = cases;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "fixedMeetings";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Matcher least = LEAST.matcher(partnership.setting("groupMeetings"));
    long needed = least.find() ? Long.parseLong(least.group()) : 1;
    long ahead =
        ReviewTeamRows.upcoming(answers, LocalDate.now(clock))
            .filter(meeting -> MEETING_KIND.is("team", meeting))
            .count();
    Map<String, String> wrong = new LinkedHashMap<>();
    if (ahead < needed) {
      wrong.put(
          REVIEW_MEETINGS.key(),
          "fix at least "
              + needed
              + (needed == 1 ? " meeting" : " meetings")
              + partnership
                  .words()
                  .in(" of the review team that lie ahead, before anyone is appointed"));
    }
    SET_UP_MEETING_ON
        .in(answers)
        .filter(day -> day.isBefore(LocalDate.now(clock)))
        .ifPresent(
            day ->
                wrong.put(
                    SET_UP_MEETING_ON.key(),
                    "must be today or later: the member is asked now whether they can come"));
    return wrong;
  }
}
