package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.AGENCY_OF_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.ATTENDANCE_AGENCY;
import static org.practicereview.reviewteam.TeamQuestions.ATTENDANCE_ANSWER;
import static org.practicereview.reviewteam.TeamQuestions.CONFIRM_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ATTENDANCE;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_DECISION;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_NAME;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_REFUSED_REASONS;
import static org.practicereview.reviewteam.TeamQuestions.MEMBER_ROLE;
import static org.practicereview.reviewteam.TeamQuestions.NOMINATE_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.RECORD_FIRST_MEETING;
import static org.practicereview.reviewteam.TeamQuestions.RECORD_NO_MEMBER;
import static org.practicereview.reviewteam.TeamQuestions.RECORD_TEAM_MEETING;
import static org.practicereview.reviewteam.TeamQuestions.REPLACE_MEMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The team of a review, as the forms tell it: who was appointed for each agency, who was before,
 * and who came to which meeting.
 */
@Component
public class TeamMembers {

  private static final Set<String> MEETINGS =
      Set.of(RECORD_FIRST_MEETING.id(), RECORD_TEAM_MEETING.id());
  private static final int MISSED = 2;

  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final Answers answers;
  private final Partnerships partnerships;
  private final Appointments appointments;

  TeamMembers(
      CaseFiles cases,
      CaseAgencies agencies,
      Answers answers,
      Partnerships partnerships,
      Appointments appointments) {
    this.cases = cases;
    this.agencies = agencies;
    this.answers = answers;
    this.partnerships = partnerships;
    this.appointments = appointments;
  }

  /**
   * A member of the team, present or former, and the meetings held in their time.
   *
   * @param agency code of the agency they speak for
   * @param agencyName its name, as forms write it
   * @param until when another was appointed in their place, or null
   * @param held meetings of the team that were recorded
   * @param attended how many of them the member came to, or someone who may stand in
   * @param substituted how many of them someone came to who may not stand in
   */
  public record Member(
      String agency,
      String agencyName,
      String name,
      String role,
      Instant from,
      Instant until,
      int held,
      int attended,
      int substituted) {

    private Member until(Instant end) {
      return new Member(agency, agencyName, name, role, from, end, held, attended, substituted);
    }

    /** Whether they are in the team now. */
    public boolean isPresent() {
      return until == null;
    }

    /** Whether they missed two meetings, or came to less than half of them. */
    public boolean isOftenAway() {
      return isPresent() && (held - attended >= MISSED || 2 * attended < held);
    }
  }

  /** Everyone who is or was a member of the team, by agency and time. */
  public List<Member> members(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<FormAnswers> given = answers.of(caseReference);
    List<FormAnswers> meetings =
        given.stream().filter(one -> MEETINGS.contains(one.form())).toList();
    List<Member> members = new ArrayList<>();
    for (var asked : agencies.of(caseReference)) {
      List<FormAnswers> own =
          given.stream()
              .filter(
                  one ->
                      one.scope().equals(asked.agency())
                          || REPLACE_MEMBER.is(one.form())
                              && AGENCY_OF_MEMBER.is(asked.agency(), one.values()))
              .toList();
      members.addAll(
          membersOf(
              asked.agency(),
              partnership.agency(asked.agency()).name(),
              own,
              meetings,
              partnership.option("delegatesAllowed")));
    }
    return members;
  }

  /** The members who are in the team now. */
  public List<Member> present(String caseReference) {
    return members(caseReference).stream().filter(Member::isPresent).toList();
  }

  /** The codes of the agencies that have a member in the team. */
  public List<String> agenciesOfMembers(String caseReference) {
    return present(caseReference).stream().map(Member::agency).toList();
  }

  /**
   * The agencies that can join: every agency of the partnership that has no member and names none
   * at the moment, also one that had answered that it was not involved.
   */
  List<Agency> joinable(String caseReference) {
    Set<String> taken = new HashSet<>(appointments.underWay(caseReference));
    taken.addAll(agenciesOfMembers(caseReference));
    return partnerships.get(cases.get(caseReference).partnership()).agencies().stream()
        .filter(agency -> !taken.contains(agency.code()))
        .toList();
  }

  /** Why the person an agency named last was not appointed; empty if another decision was taken. */
  Optional<String> lastRefusal(String caseReference, String agency) {
    return answers
        .latest(caseReference, CONFIRM_MEMBER.id(), agency)
        .filter(given -> MEMBER_DECISION.is("another", given.values()))
        .map(given -> String.valueOf(given.values().get(MEMBER_REFUSED_REASONS.key())));
  }

  /** The name of an agency; empty if the code is of none. */
  Optional<String> agencyName(String caseReference, String agency) {
    return partnerships.get(cases.get(caseReference).partnership()).agencies().stream()
        .filter(one -> one.code().equals(agency))
        .map(Agency::name)
        .findFirst();
  }

  private static List<Member> membersOf(
      String agency,
      String agencyName,
      List<FormAnswers> given,
      List<FormAnswers> meetings,
      boolean delegates) {
    List<Member> members = new ArrayList<>();
    Map<String, Object> nominated = Map.of();
    for (FormAnswers one : given) {
      if (NOMINATE_MEMBER.is(one.form())) {
        nominated = one.values();
      } else if (isAppointment(one)) {
        end(members, one.at());
        members.add(appointed(agency, agencyName, nominated, one.at()));
      } else if (isEnd(one)) {
        end(members, one.at());
      }
    }
    return members.stream().map(member -> counted(member, meetings, delegates)).toList();
  }

  private static Member appointed(
      String agency, String agencyName, Map<String, Object> nominated, Instant at) {
    return new Member(
        agency,
        agencyName,
        String.valueOf(nominated.getOrDefault(MEMBER_NAME.key(), "")),
        String.valueOf(nominated.getOrDefault(MEMBER_ROLE.key(), "")),
        at,
        null,
        0,
        0,
        0);
  }

  private static void end(List<Member> members, Instant at) {
    int last = members.size() - 1;
    if (last >= 0 && members.get(last).isPresent()) {
      members.set(last, members.get(last).until(at));
    }
  }

  private static boolean isAppointment(FormAnswers given) {
    return CONFIRM_MEMBER.is(given.form()) && MEMBER_DECISION.is("appoint", given.values());
  }

  /** Whether from then on the agency has no member, until another is appointed. */
  private static boolean isEnd(FormAnswers given) {
    return REPLACE_MEMBER.is(given.form())
        || RECORD_NO_MEMBER.is(given.form())
        || CONFIRM_MEMBER.is(given.form()) && MEMBER_DECISION.is("nobody", given.values());
  }

  private static Member counted(Member member, List<FormAnswers> meetings, boolean delegates) {
    List<String> came =
        meetings.stream()
            .filter(one -> !one.at().isBefore(member.from()))
            .filter(one -> member.isPresent() || one.at().isBefore(member.until()))
            .flatMap(one -> attendance(one, member.agencyName()).stream())
            .toList();
    int substitutes = (int) came.stream().filter("substitute"::equals).count();
    int attended = (int) came.stream().filter("member"::equals).count();
    return new Member(
        member.agency(),
        member.agencyName(),
        member.name(),
        member.role(),
        member.from(),
        member.until(),
        came.size(),
        delegates ? attended + substitutes : attended,
        delegates ? 0 : substitutes);
  }

  /** How an agency was represented at a meeting; empty if the record does not say. */
  private static Optional<String> attendance(FormAnswers meeting, String agencyName) {
    return ReviewTeamRows.rows(meeting.values(), MEETING_ATTENDANCE.key())
        .filter(row -> isOf(agencyName, row))
        .map(row -> String.valueOf(row.get(ATTENDANCE_ANSWER.key())))
        .findFirst();
  }

  /** Whether a row is about an agency; someone may have written more behind the name. */
  static boolean isOf(String agencyName, Map<?, ?> row) {
    return String.valueOf(row.get(ATTENDANCE_AGENCY.key())).startsWith(agencyName);
  }

  /** Whether an agency has a member in the team. */
  public boolean isMember(String caseReference, String agency) {
    return members(caseReference).stream()
        .anyMatch(member -> member.isPresent() && member.agency().equals(agency));
  }

  /**
   * Whether someone must be told of the attendance: a member is often away, or at the last meeting
   * someone came in a member's place where the partnership does not allow it.
   */
  public boolean attendsPoorly(String caseReference) {
    return members(caseReference).stream()
        .anyMatch(
            member ->
                member.isOftenAway()
                    || member.isPresent()
                        && member.substituted() > 0
                        && lastWasSubstitute(caseReference, member));
  }

  private boolean lastWasSubstitute(String reference, Member member) {
    List<FormAnswers> meetings =
        answers.of(reference).stream().filter(one -> MEETINGS.contains(one.form())).toList();
    return attendance(meetings.get(meetings.size() - 1), member.agencyName())
        .filter("substitute"::equals)
        .isPresent();
  }
}
