package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.CONFIRM_PAPERS_READ;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_PLACE;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_TIME;
import static org.practicereview.reviewteam.TeamQuestions.NEXT_MEETING;
import static org.practicereview.reviewteam.TeamQuestions.NOMINATE_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.PAPERS_NOT_READ_BY;
import static org.practicereview.reviewteam.TeamQuestions.PAPERS_NOT_READ_DONE;
import static org.practicereview.reviewteam.TeamQuestions.RECORD_FIRST_MEETING;
import static org.practicereview.reviewteam.TeamQuestions.RECORD_TEAM_MEETING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.MoreFacts;
import org.practicereview.reviewteam.TeamMembers.Member;
import org.springframework.stereotype.Component;

/**
 * The members read papers and chronologies before each meeting and confirm it. Whoever has not done
 * so since the last meeting is named to those who record the next one, and they say what was done
 * about it.
 */
@Component
public class PapersRead implements FormDemand, MoreFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Answers answers;
  private final CaseFacts facts;
  private final TeamMembers team;
  private final Clock clock;

  PapersRead(Answers answers, CaseFacts facts, TeamMembers team, Clock clock) {
    this.answers = answers;
    this.facts = facts;
    this.team = team;
    this.clock = clock;
  }

  /** The next meeting of the team in the timetable, today or later, in words. */
  public Optional<String> nextMeeting(String caseReference) {
    return ReviewTeamRows.upcoming(facts.of(caseReference), LocalDate.now(clock))
        .filter(meeting -> MEETING_KIND.is("team", meeting))
        .min(Comparator.comparing(meeting -> String.valueOf(meeting.get(MEETING_ON.key()))))
        .map(
            meeting ->
                Stream.of(
                        MEETING_ON.in(meeting).map(day -> day.format(DAY)).orElse(""),
                        MEETING_TIME.in(meeting),
                        MEETING_PLACE.in(meeting))
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", ")));
  }

  @Override
  public String name() {
    return "membersHaveRead";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> given) {
    String missing = notReadBy(caseReference);
    return missing.isEmpty() || !PAPERS_NOT_READ_DONE.in(given).isBlank()
        ? Map.of()
        : Map.of(
            PAPERS_NOT_READ_DONE.key(),
            "say what was done about each member who has not confirmed that they read the papers: "
                + missing);
  }

  @Override
  public Set<String> keys() {
    return Set.of(PAPERS_NOT_READ_BY.key(), NEXT_MEETING.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    return scope.isEmpty()
        ? Map.of(PAPERS_NOT_READ_BY.key(), notReadBy(caseReference))
        : nextMeeting(caseReference)
            .<Map<String, Object>>map(meeting -> Map.of(NEXT_MEETING.key(), meeting))
            .orElse(Map.of());
  }

  /** The agencies whose member has not confirmed it since the last meeting, with commas between. */
  private String notReadBy(String caseReference) {
    Set<String> read = new HashSet<>();
    for (FormAnswers one : answers.of(caseReference)) {
      if (RECORD_FIRST_MEETING.is(one.form()) || RECORD_TEAM_MEETING.is(one.form())) {
        read.clear();
      } else if (CONFIRM_PAPERS_READ.is(one.form())) {
        read.add(one.scope());
      } else if (NOMINATE_MEMBER.is(one.form())) {
        // Another person has read nothing yet.
        read.remove(one.scope());
      }
    }
    return team.present(caseReference).stream()
        .filter(member -> !read.contains(member.agency()))
        .map(Member::agencyName)
        .collect(Collectors.joining(", "));
  }
}
