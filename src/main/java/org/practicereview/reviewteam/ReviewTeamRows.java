package org.practicereview.reviewteam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.practicereview.reviewteam.TeamMembers.Member;
import org.springframework.stereotype.Component;

/**
 * What the forms about the team of a review open with: the dates a member must keep free, the
 * persons on whose records the alert goes, the members who could come to a meeting, and the
 * agencies that can join or whose member can be replaced.
 */
@Component
class ReviewTeamRows implements MoreFacts {

  /** Meetings a member comes to; quality assurance and sign-off are for others. */
  private static final Map<String, String> OF_THE_TEAM =
      Map.of(
          "team", "Meeting of the team",
          "set-up", "Set-up meeting for chronologies",
          "practitioners", "Session with practitioners");

  private static final List<String> PERSONS = List.of("child", "sibling", "parent", "carer");
  private static final Set<String> ON_RECORD = Set.of("placed", "there-before");

  private final CaseFacts facts;
  private final TeamMembers team;
  private final Clock clock;

  ReviewTeamRows(CaseFacts facts, TeamMembers team, Clock clock) {
    this.facts = facts;
    this.team = team;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> known = caseReference.isEmpty() ? Map.of() : facts.of(caseReference, scope);
    Map<String, Object> more = new LinkedHashMap<>();
    if (known.containsKey("reviewMeetings")) {
      more.put("memberAvailability", dates(known));
      more.put("alertEndings", endings(known));
      List<Member> present =
          team.members(caseReference).stream().filter(Member::isPresent).toList();
      more.put("meetingAttendance", attendance(present));
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
          .ifPresent(reasons -> more.put("memberLastRefusal", reasons));
      team.agencyName(caseReference, scope)
          .flatMap(name -> proposed(known, name))
          .ifPresent(proposed -> more.put("memberProposed", proposed));
      if (!known.containsKey("alertPersons")) {
        more.put("alertPersons", PERSONS.stream().map(one -> Map.of("alertPerson", one)).toList());
      }
    }
    return more;
  }

  /** The dates from today on at which a member is needed, each as a row. */
  private List<Map<String, Object>> dates(Map<String, Object> known) {
    return upcoming(known, LocalDate.now(clock))
        .map(
            meeting -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("availabilityOn", meeting.get("meetingOn"));
              row.put(
                  "availabilityMeeting",
                  OF_THE_TEAM.get(String.valueOf(meeting.get("meetingKind"))));
              return row;
            })
        .toList();
  }

  /** The meetings of the timetable from a day on at which the members of the team are needed. */
  static Stream<Map<?, ?>> upcoming(Map<String, Object> known, LocalDate from) {
    return rows(known, "reviewMeetings")
        .filter(row -> OF_THE_TEAM.containsKey(String.valueOf(row.get("meetingKind"))))
        .filter(row -> String.valueOf(row.get("meetingOn")).compareTo(from.toString()) >= 0);
  }

  static Stream<Map<?, ?>> rows(Map<String, Object> known, String key) {
    return known.get(key) instanceof List<?> rows
        ? rows.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row)
        : Stream.empty();
  }

  /** Whom the senior manager of an agency named when the agencies were written to. */
  private static Optional<String> proposed(Map<String, Object> known, String agencyName) {
    return rows(known, "agencyCommitments")
        .filter(row -> agencyName.equals(row.get("commitmentAgency")))
        .map(
            row ->
                Stream.of(row.get("memberName"), row.get("memberRole"))
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", ")))
        .filter(proposed -> !proposed.isEmpty())
        .findFirst();
  }

  private static List<Map<String, Object>> endings(Map<String, Object> known) {
    List<Map<String, Object>> endings = new ArrayList<>();
    rows(known, "alertPersons")
        .filter(row -> ON_RECORD.contains(String.valueOf(row.get("alertState"))))
        .forEach(
            row -> {
              Map<String, Object> ending = new LinkedHashMap<>();
              ending.put("alertEndPerson", row.get("alertPerson"));
              ending.put("alertEndRecord", row.get("alertRecord"));
              endings.add(ending);
            });
    if (endings.isEmpty() && known.get("alertPlacedFor") instanceof List<?> persons) {
      // Put on for the rapid review, and never confirmed again for the practice review.
      persons.forEach(
          person ->
              endings.add(Map.of("alertEndPerson", String.valueOf(person).replaceAll("s$", ""))));
    }
    return endings;
  }

  private static List<Map<String, String>> attendance(List<Member> present) {
    return present.stream()
        .map(
            member ->
                Map.of("attendanceAgency", member.agencyName(), "attendanceMember", member.name()))
        .toList();
  }
}
