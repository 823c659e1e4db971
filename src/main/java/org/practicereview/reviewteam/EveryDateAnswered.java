package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.AVAILABILITY_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_AVAILABILITY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A member who is asked again says of each date that lies ahead whether they can come. */
@Component
class EveryDateAnswered implements FormDemand {

  private final CaseFacts facts;
  private final Clock clock;

  EveryDateAnswered(CaseFacts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "everyDateAnswered";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Set<String> missing = missing(facts.of(caseReference, scope), answers, LocalDate.now(clock));
    return missing.isEmpty() ? Map.of() : Map.of(MEMBER_AVAILABILITY.key(), inWords(missing));
  }

  /** The days of the timetable, from a day on, of which answers say nothing. */
  static Set<String> missing(
      Map<String, Object> known, Map<String, Object> answers, LocalDate from) {
    Set<String> missing = new TreeSet<>();
    ReviewTeamRows.upcoming(known, from)
        .forEach(meeting -> missing.add(String.valueOf(meeting.get(MEETING_ON.key()))));
    ReviewTeamRows.rows(answers, MEMBER_AVAILABILITY.key())
        .forEach(row -> missing.remove(String.valueOf(row.get(AVAILABILITY_ON.key()))));
    return missing;
  }

  static String inWords(Set<String> missing) {
    return "say for each date of the timetable whether the member can come; missing: "
        + String.join(", ", missing);
  }
}
