package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.AGENCY_COMMITMENTS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_ENDINGS;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSON;
import static org.practicereview.reviewteam.TeamQuestions.ALERT_PERSONS;
import static org.practicereview.reviewteam.TeamQuestions.ATTENDANCE_AGENCY;
import static org.practicereview.reviewteam.TeamQuestions.ATTENDANCE_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.AVAILABILITY_MEETING;
import static org.practicereview.reviewteam.TeamQuestions.AVAILABILITY_ON;
import static org.practicereview.reviewteam.TeamQuestions.CANNOT_COME;
import static org.practicereview.reviewteam.TeamQuestions.CHRONOLOGY_SET_UP_ON;
import static org.practicereview.reviewteam.TeamQuestions.COMMITMENT_AGENCY;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ATTENDANCE;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_TIME;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_AVAILABILITY;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_LAST_REFUSAL;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_NAME;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_PROPOSED;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_ROLE;
import static org.practicereview.reviewteam.TeamQuestions.PRACTITIONERS;
import static org.practicereview.reviewteam.TeamQuestions.PRACTITIONER_COMING;
import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.SET_UP_MEETING_TIME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseWords;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.OptionWords;
import org.practicereview.reviewteam.TeamMembers.Member;
import org.springframework.stereotype.Component;

/**
 * What the forms about the team of a review open with: the dates a member must keep free, the
 * persons on whose records the alert goes, the members who could come to a meeting, and the
 * agencies that can join or whose member can be replaced.
 */
@Component
class ReviewTeamRows implements MoreFacts {

  /** The meeting that has a date of its own and is no option of the timetable. */
  private static final String SET_UP = "set-up";

  /** Meetings a member comes to; quality assurance and sign-off are for others. */
  private static final Set<String> OF_THE_TEAM = Set.of("team", SET_UP, "practitioners");

  private static final List<String> PERSONS = List.of("child", "sibling", "parent", "carer");

  private final CaseFacts facts;
  private final TeamMembers team;
  private final ReviewDates dates;
  private final OptionWords options;
  private final CaseWords words;
  private final Clock clock;

  ReviewTeamRows(
      CaseFacts facts,
      TeamMembers team,
      ReviewDates dates,
      OptionWords options,
      CaseWords words,
      Clock clock) {
    this.words = words;
    this.facts = facts;
    this.team = team;
    this.dates = dates;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        ALERT_ENDINGS.key(),
        MEMBER_AVAILABILITY.key(),
        CANNOT_COME.key(),
        PRACTITIONERS.key(),
        MEETING_ATTENDANCE.key(),
        "memberAgencyChoices",
        "joiningChoices",
        MEMBER_LAST_REFUSAL.key(),
        MEMBER_PROPOSED.key(),
        ALERT_PERSONS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> known = caseReference.isEmpty() ? Map.of() : facts.of(caseReference, scope);
    Map<String, Object> more = new LinkedHashMap<>();
    if (!caseReference.isEmpty()) {
      more.put(ALERT_ENDINGS.key(), RecordAlerts.toEnd(known));
    }
    if (known.containsKey(REVIEW_MEETINGS.key())) {
      more.put(MEMBER_AVAILABILITY.key(), dates(caseReference, known));
      more.put(CANNOT_COME.key(), dates.cannotCome(caseReference));
      if (dates.agenciesToInviteAgain(caseReference).contains(scope)) {
        more.put(PRACTITIONERS.key(), askedAgain(known));
      }
      List<Member> present = team.present(caseReference);
      more.put(MEETING_ATTENDANCE.key(), attendance(present));
      more.put(
          "memberAgencyChoices",
          present.stream()
              .map(member -> Map.of("value", member.agency(), "label", member.agencyName()))
              .toList());
      more.put(
          "joiningChoices",
          team.joinable(caseReference).stream()
              .map(agency -> Map.of("value", agency.code(), "label", agency.name()))
              .toList());
      team.lastRefusal(caseReference, scope)
          .ifPresent(reasons -> more.put(MEMBER_LAST_REFUSAL.key(), reasons));
      team.agencyName(caseReference, scope)
          .flatMap(name -> proposed(known, name))
          .ifPresent(proposed -> more.put(MEMBER_PROPOSED.key(), proposed));
      if (!known.containsKey(ALERT_PERSONS.key())) {
        more.put(
            ALERT_PERSONS.key(),
            PERSONS.stream().map(one -> Map.of(ALERT_PERSON.key(), one)).toList());
      }
    }
    return more;
  }

  /** The dates from today on at which a member is needed, each as a row. */
  private List<Map<String, Object>> dates(String caseReference, Map<String, Object> known) {
    return upcoming(known, LocalDate.now(clock))
        .map(
            meeting -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put(AVAILABILITY_ON.key(), meeting.get(MEETING_ON.key()));
              row.put(
                  AVAILABILITY_MEETING.key(),
                  words.say(caseReference, kind(meeting))
                      + (MEETING_TIME.in(meeting).isBlank()
                          ? ""
                          : ", " + MEETING_TIME.in(meeting)));
              return row;
            })
        .toList();
  }

  private String kind(Map<?, ?> meeting) {
    return MEETING_KIND.is(SET_UP, meeting)
        ? "Set-up meeting for chronologies"
        : options.of(MEETING_KIND, MEETING_KIND.in(meeting));
  }

  /** The meetings of the timetable from a day on at which the members of the team are needed. */
  static Stream<Map<?, ?>> upcoming(Map<String, Object> known, LocalDate from) {
    return Stream.concat(setUpMeeting(known), rows(known, REVIEW_MEETINGS.key()))
        .filter(row -> OF_THE_TEAM.contains(MEETING_KIND.in(row)))
        .filter(row -> String.valueOf(row.get(MEETING_ON.key())).compareTo(from.toString()) >= 0);
  }

  /** The set-up meeting for the chronologies, as long as it has not been held. */
  private static Stream<Map<?, ?>> setUpMeeting(Map<String, Object> known) {
    if (!known.containsKey(SET_UP_MEETING_ON.key())
        || known.containsKey(CHRONOLOGY_SET_UP_ON.key())) {
      return Stream.empty();
    }
    return Stream.of(
        Map.of(
            MEETING_KIND.key(),
            SET_UP,
            MEETING_ON.key(),
            known.get(SET_UP_MEETING_ON.key()),
            MEETING_TIME.key(),
            known.getOrDefault(SET_UP_MEETING_TIME.key(), "")));
  }

  static Stream<Map<?, ?>> rows(Map<String, Object> known, String key) {
    return known.get(key) instanceof List<?> rows
        ? rows.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row)
        : Stream.empty();
  }

  /**
   * The practitioners of an agency, of whom none has said yet whether they come on the new date.
   */
  private static List<Map<Object, Object>> askedAgain(Map<String, Object> known) {
    return rows(known, PRACTITIONERS.key())
        .map(
            row -> {
              Map<Object, Object> open = new LinkedHashMap<>(row);
              open.remove(PRACTITIONER_COMING.key());
              return open;
            })
        .toList();
  }

  /** Whom the senior manager of an agency named when the agencies were written to. */
  private static Optional<String> proposed(Map<String, Object> known, String agencyName) {
    return rows(known, AGENCY_COMMITMENTS.key())
        .filter(row -> COMMITMENT_AGENCY.is(agencyName, row))
        .map(
            row ->
                Stream.of(row.get(MEMBER_NAME.key()), row.get(MEMBER_ROLE.key()))
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", ")))
        .filter(proposed -> !proposed.isEmpty())
        .findFirst();
  }

  private static List<Map<String, String>> attendance(List<Member> present) {
    return present.stream()
        .map(
            member ->
                Map.of(
                    ATTENDANCE_AGENCY.key(),
                    member.agencyName(),
                    ATTENDANCE_MEMBER.key(),
                    member.name()))
        .toList();
  }
}
