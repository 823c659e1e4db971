package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.AVAILABILITY_ON;
import static org.practicereview.reviewteam.TeamQuestions.AVAILABLE;
import static org.practicereview.reviewteam.TeamQuestions.CHRONOLOGY_SET_UP_ON;
import static org.practicereview.reviewteam.TeamQuestions.CONFIRM_CHANGED_DATES;
import static org.practicereview.reviewteam.TeamQuestions.CONFIRM_INVITATIONS;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_PLACE;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_TIME;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_AVAILABILITY;
import static org.practicereview.reviewteam.TeamQuestions.NOMINATE_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_TIME;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The dates of a review as they are now, held against the dates to which members and practitioners
 * said yes. Whoever accepted another date, time or place has to be asked again.
 */
@Component
public class ReviewDates {

  private static final List<String> TIMETABLE =
      List.of(
          REVIEW_MEETINGS.key(),
          SET_UP_MEETING_ON.key(),
          SET_UP_MEETING_TIME.key(),
          CHRONOLOGY_SET_UP_ON.key());
  private static final Set<String> ACCEPTED_BY_MEMBER =
      Set.of(NOMINATE_MEMBER.id(), CONFIRM_CHANGED_DATES.id());
  private static final Set<String> ACCEPTED_BY_PRACTITIONERS = Set.of(CONFIRM_INVITATIONS.id());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Answers answers;
  private final CaseFacts facts;
  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final Partnerships partnerships;
  private final TeamMembers team;
  private final Clock clock;

  ReviewDates(
      Answers answers,
      CaseFacts facts,
      CaseFiles cases,
      CaseAgencies agencies,
      Partnerships partnerships,
      TeamMembers team,
      Clock clock) {
    this.answers = answers;
    this.facts = facts;
    this.cases = cases;
    this.agencies = agencies;
    this.partnerships = partnerships;
    this.team = team;
    this.clock = clock;
  }

  /** The agencies whose member accepted other dates than those that stand now. */
  public List<String> agenciesToAsk(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    return team.agenciesOfMembers(caseReference).stream()
        .filter(agency -> changedSince(given, agency, ACCEPTED_BY_MEMBER, meeting -> true))
        .toList();
  }

  /** The agencies that invited practitioners to a session whose date is another one now. */
  public List<String> agenciesToInviteAgain(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    return agencies.of(caseReference).stream()
        .map(CaseAgency::agency)
        .filter(
            agency ->
                changedSince(
                    given,
                    agency,
                    ACCEPTED_BY_PRACTITIONERS,
                    meeting -> MEETING_KIND.is("practitioners", meeting)))
        .toList();
  }

  /** Whether every member, or someone who may stand in, comes on every date. */
  public boolean everyoneCanCome(String caseReference) {
    return cannotCome(caseReference).isEmpty();
  }

  /** Which agency's member cannot come on which dates, in words; empty if everyone comes. */
  String cannotCome(String caseReference) {
    Set<String> ahead =
        ReviewTeamRows.upcoming(facts.of(caseReference), LocalDate.now(clock))
            .map(meeting -> String.valueOf(meeting.get(MEETING_ON.key())))
            .collect(Collectors.toSet());
    boolean proxies =
        partnerships.get(cases.get(caseReference).partnership()).option("delegatesAllowed");
    List<String> lines = new ArrayList<>();
    team.present(caseReference)
        .forEach(
            member -> {
              String days =
                  ReviewTeamRows.rows(
                          facts.of(caseReference, member.agency()), MEMBER_AVAILABILITY.key())
                      .filter(row -> AVAILABLE.is("no", row))
                      .filter(row -> !(proxies && EligibleMember.hasProxy(row)))
                      .map(row -> String.valueOf(row.get(AVAILABILITY_ON.key())))
                      .filter(ahead::contains)
                      .map(day -> LocalDate.parse(day).format(DAY))
                      .collect(Collectors.joining(", "));
              if (!days.isEmpty()) {
                lines.add(member.agencyName() + ": " + days);
              }
            });
    return String.join("\n", lines);
  }

  /** Whether meetings that lie ahead were others when an agency accepted them last. */
  private boolean changedSince(
      List<FormAnswers> given, String agency, Set<String> forms, Predicate<Map<?, ?>> which) {
    int last = -1;
    for (int i = 0; i < given.size(); i++) {
      if (forms.contains(given.get(i).form()) && given.get(i).scope().equals(agency)) {
        last = i;
      }
    }
    if (last < 0) {
      return false;
    }
    Map<String, Object> accepted = timetable(given.subList(0, last));
    Map<String, Object> now = timetable(given);
    // A set-up meeting that was held is no date that has changed.
    Stream.of(CHRONOLOGY_SET_UP_ON.key())
        .filter(now::containsKey)
        .forEach(held -> accepted.put(held, now.get(held)));
    return !ahead(accepted, which).equals(ahead(now, which));
  }

  private static Map<String, Object> timetable(List<FormAnswers> given) {
    Map<String, Object> timetable = new LinkedHashMap<>();
    given.stream()
        .filter(one -> one.scope().isEmpty())
        .map(FormAnswers::values)
        .forEach(
            values ->
                TIMETABLE.stream()
                    .filter(key -> values.get(key) != null)
                    .forEach(key -> timetable.put(key, values.get(key))));
    return timetable;
  }

  private Set<String> ahead(Map<String, Object> timetable, Predicate<Map<?, ?>> which) {
    return ReviewTeamRows.upcoming(timetable, LocalDate.now(clock))
        .filter(which)
        .map(ReviewDates::inWords)
        .collect(Collectors.toSet());
  }

  /** A meeting as kind, day, time and place: what someone accepts who says that they come. */
  static String inWords(Map<?, ?> meeting) {
    return Stream.of(MEETING_KIND, MEETING_ON, MEETING_TIME, MEETING_PLACE)
        .map(question -> meeting.get(question.key()))
        .map(value -> value == null ? "" : value.toString().strip())
        .collect(Collectors.joining("|"));
  }
}
