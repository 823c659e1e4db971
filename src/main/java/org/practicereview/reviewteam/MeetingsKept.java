package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.DATES_CHANGE_AGAIN;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * Wherever the timetable can be changed, a date moves only to a day that lies ahead, and no kind of
 * meeting that was still to come is lost.
 */
@Component
class MeetingsKept implements FormDemand {

  private final CaseFacts facts;
  private final Clock clock;

  MeetingsKept(CaseFacts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetingsKept";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (nothingChanges(answers)) {
      return Map.of();
    }
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> known = facts.of(caseReference);
    Set<String> before = meetings(known);
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Map<?, ?>> rows = ReviewTeamRows.rows(answers, REVIEW_MEETINGS.key()).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (!before.contains(ReviewDates.inWords(rows.get(i)))
          && MEETING_ON.in(rows.get(i)).filter(day -> day.isBefore(today)).isPresent()) {
        wrong.put(REVIEW_MEETINGS.at(i, MEETING_ON), "must be today or later");
      }
    }
    if (SET_UP_MEETING_ON.in(answers).filter(day -> day.isBefore(today)).isPresent()
        && !SET_UP_MEETING_ON.in(answers).equals(SET_UP_MEETING_ON.in(known))) {
      wrong.put(SET_UP_MEETING_ON.key(), "must be today or later");
    }
    if (!kinds(ChangedDates.with(known, answers), today).containsAll(kinds(known, today))) {
      wrong.put(
          REVIEW_MEETINGS.key(),
          "keep a later date for each kind of meeting that is still to come, also for the session"
              + " with practitioners");
    }
    return wrong;
  }

  /** Whether the person says that no date has to change. */
  static boolean nothingChanges(Map<String, Object> answers) {
    return answers.containsKey(DATES_CHANGE_AGAIN.key()) && !DATES_CHANGE_AGAIN.in(answers);
  }

  /** The meetings of a timetable, in words. */
  static Set<String> meetings(Map<String, Object> timetable) {
    return ReviewTeamRows.upcoming(timetable, LocalDate.MIN)
        .map(ReviewDates::inWords)
        .collect(Collectors.toSet());
  }

  private static Set<String> kinds(Map<String, Object> timetable, LocalDate from) {
    return ReviewTeamRows.upcoming(timetable, from)
        .map(meeting -> String.valueOf(meeting.get(MEETING_KIND.key())))
        .collect(Collectors.toSet());
  }
}
