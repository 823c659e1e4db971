package org.practicereview.reviewteam;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the review team. */
public final class TeamQuestions {

  public static final FormName CHANGE_REVIEW_DATES = new FormName("change-review-dates");
  public static final FormName CONFIRM_ALERT_ENDED = new FormName("confirm-alert-ended");
  public static final FormName CONFIRM_CHANGED_DATES = new FormName("confirm-changed-dates");
  public static final FormName CONFIRM_INVITATIONS = new FormName("confirm-invitations");
  public static final FormName CONFIRM_MEMBER = new FormName("confirm-member");
  public static final FormName CONFIRM_MEMBER_ALERT = new FormName("confirm-member-alert");
  public static final FormName CONFIRM_RECORD_ALERT = new FormName("confirm-record-alert");
  public static final FormName CONFIRM_PAPERS_READ = new FormName("confirm-papers-read");
  public static final FormName FIX_TEAM_MEETINGS = new FormName("fix-team-meetings");
  public static final FormName HOLD_SET_UP_MEETING = new FormName("hold-set-up-meeting");
  public static final FormName NOMINATE_MEMBER = new FormName("nominate-member");
  public static final FormName PLAN_PRACTITIONER_EVENTS = new FormName("plan-practitioner-events");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName RECORD_COMMITMENTS = new FormName("record-commitments");
  public static final FormName RECORD_FIRST_MEETING = new FormName("record-first-meeting");
  public static final FormName RECORD_NO_MEMBER = new FormName("record-no-member");
  public static final FormName RECORD_PRACTITIONER_EVENT =
      new FormName("record-practitioner-event");
  public static final FormName RECORD_TEAM_MEETING = new FormName("record-team-meeting");
  public static final FormName REPLACE_MEMBER = new FormName("replace-member");
  public static final FormName SAY_FOR_PUBLICATION = new FormName("say-for-publication");
  public static final FormName SETTLE_DATES = new FormName("settle-dates");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");
  public static final FormName SUPPLY_CHRONOLOGY_TEMPLATE =
      new FormName("supply-chronology-template");

  public static final Question<List<Map<String, Object>>> AGENCY_COMMITMENTS =
      Question.rows("agencyCommitments", RECORD_COMMITMENTS);
  public static final Question<List<Map<String, Object>>> ALERT_ENDINGS =
      Question.rows("alertEndings", CONFIRM_ALERT_ENDED);
  public static final Question<List<Map<String, Object>>> ALERT_PERSONS =
      Question.rows("alertPersons", CONFIRM_MEMBER_ALERT);
  public static final Question<List<Map<String, Object>>> MEETING_ATTENDANCE =
      Question.rows("meetingAttendance", RECORD_FIRST_MEETING, RECORD_TEAM_MEETING);
  public static final Question<List<Map<String, Object>>> MEMBER_AVAILABILITY =
      Question.rows("memberAvailability", CONFIRM_CHANGED_DATES, NOMINATE_MEMBER);
  public static final Question<List<Map<String, Object>>> PRACTITIONERS =
      Question.rows("practitioners", CONFIRM_INVITATIONS);
  public static final Question<List<Map<String, Object>>> REVIEW_MEETINGS =
      Question.rows(
          "reviewMeetings",
          CHANGE_REVIEW_DATES,
          FIX_TEAM_MEETINGS,
          PLAN_PRACTITIONER_EVENTS,
          SETTLE_DATES,
          SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> EVENT_HELD_ON =
      Question.date("eventHeldOn", RECORD_PRACTITIONER_EVENT);
  public static final Question<Optional<LocalDate>> FIRST_MEETING_ON =
      Question.date("firstMeetingOn", RECORD_FIRST_MEETING);
  public static final Question<Optional<LocalDate>> TEAM_MEETING_ON =
      Question.date("teamMeetingOn", RECORD_TEAM_MEETING);
  public static final Question<String> AGENCY_OF_MEMBER = Question.choice("agency", REPLACE_MEMBER);
  public static final Question<String> ALERT_END_PERSON =
      Question.choice("alertEndPerson", ALERT_ENDINGS);
  public static final Question<String> ALERT_END_RECORD =
      Question.text("alertEndRecord", ALERT_ENDINGS);
  public static final Question<String> ALERT_PERSON = Question.choice("alertPerson", ALERT_PERSONS);
  public static final Question<String> ALERT_ON_CARERS =
      Question.choice("alertOnCarers", CONFIRM_RECORD_ALERT);
  public static final Question<String> ALERT_ON_CHILD =
      Question.choice("alertOnChild", CONFIRM_RECORD_ALERT);
  public static final Question<String> ALERT_ON_PARENTS =
      Question.choice("alertOnParents", CONFIRM_RECORD_ALERT);
  public static final Question<String> ALERT_ON_SIBLINGS =
      Question.choice("alertOnSiblings", CONFIRM_RECORD_ALERT);
  public static final Question<String> ALERT_RECORD = Question.text("alertRecord", ALERT_PERSONS);
  public static final Question<String> ALERT_STATE = Question.choice("alertState", ALERT_PERSONS);
  public static final Question<String> ATTENDANCE_AGENCY =
      Question.text("attendanceAgency", MEETING_ATTENDANCE);
  public static final Question<String> ATTENDANCE_ANSWER =
      Question.choice("attendanceAnswer", MEETING_ATTENDANCE);
  public static final Question<String> ATTENDANCE_MEMBER =
      Question.text("attendanceMember", MEETING_ATTENDANCE);
  public static final Question<String> AVAILABILITY_MEETING =
      Question.text("availabilityMeeting", MEMBER_AVAILABILITY);
  public static final Question<Optional<LocalDate>> AVAILABILITY_ON =
      Question.date("availabilityOn", MEMBER_AVAILABILITY);
  public static final Question<String> AVAILABLE =
      Question.choice("available", MEMBER_AVAILABILITY);
  public static final Shown CANNOT_COME = Shown.in("cannotCome", SETTLE_DATES);
  public static final Question<Optional<LocalDate>> CHRONOLOGY_SET_UP_ON =
      Question.date("chronologySetUpOn", HOLD_SET_UP_MEETING);
  public static final Question<String> COMMITMENT_AGENCY =
      Question.text("commitmentAgency", AGENCY_COMMITMENTS);
  public static final Question<Boolean> DATES_CHANGE_AGAIN =
      Question.yesOrNo("datesChangeAgain", SETTLE_DATES);
  public static final Question<String> MEETING_KIND =
      Question.choice("meetingKind", REVIEW_MEETINGS);
  public static final Question<Optional<LocalDate>> MEETING_ON =
      Question.date("meetingOn", REVIEW_MEETINGS);
  public static final Question<String> MEETING_PLACE =
      Question.text("meetingPlace", REVIEW_MEETINGS);
  public static final Question<String> MEETING_TIME = Question.text("meetingTime", REVIEW_MEETINGS);
  public static final Question<String> MEMBER_DECISION =
      Question.choice("memberDecision", CONFIRM_MEMBER);
  public static final Shown MEMBER_LAST_REFUSAL = Shown.in("memberLastRefusal", NOMINATE_MEMBER);
  public static final Question<Boolean> MEMBER_MANAGED_PRACTITIONERS =
      Question.yesOrNo("memberManagedPractitioners", NOMINATE_MEMBER);
  public static final Question<String> MEMBER_NAME =
      Question.text("memberName", AGENCY_COMMITMENTS, NOMINATE_MEMBER);
  public static final Question<Boolean> MEMBER_OFFERED =
      Question.yesOrNo("memberOffered", NOMINATE_MEMBER);
  public static final Shown MEMBER_PROPOSED = Shown.in("memberProposed", NOMINATE_MEMBER);
  public static final Question<String> MEMBER_REFUSED_REASONS =
      Question.text("memberRefusedReasons", CONFIRM_MEMBER);
  public static final Question<String> MEMBER_ROLE =
      Question.text("memberRole", AGENCY_COMMITMENTS, NOMINATE_MEMBER);
  public static final Question<String> MEMBERS_NOT_WAITED_FOR =
      Question.text("membersNotWaitedFor", PLAN_PUBLICATION);
  public static final Shown MEMBERS_ON_PUBLICATION =
      Shown.in("membersOnPublication", PLAN_PUBLICATION);
  public static final Question<Boolean> MEMBER_SENIOR =
      Question.yesOrNo("memberSenior", NOMINATE_MEMBER);
  public static final Question<Boolean> MEMBER_WORKED_WITH_CHILD =
      Question.yesOrNo("memberWorkedWithChild", NOMINATE_MEMBER);
  public static final Shown NEXT_MEETING = Shown.in("nextMeeting", CONFIRM_PAPERS_READ);
  public static final Shown PAPERS_NOT_READ_BY =
      Shown.in("papersNotReadBy", RECORD_FIRST_MEETING, RECORD_TEAM_MEETING);
  public static final Question<String> PAPERS_NOT_READ_DONE =
      Question.text("papersNotReadDone", RECORD_FIRST_MEETING, RECORD_TEAM_MEETING);
  public static final Question<String> PRACTITIONER_COMING =
      Question.choice("practitionerComing", PRACTITIONERS);
  public static final Question<String> PROXY_NAME = Question.text("proxyName", MEMBER_AVAILABILITY);
  public static final Question<String> PROXY_ROLE = Question.text("proxyRole", MEMBER_AVAILABILITY);
  public static final Question<Boolean> PROXY_SENIOR =
      Question.yesOrNo("proxySenior", MEMBER_AVAILABILITY);

  public static final Question<String> PUBLICATION_AGENCY_PLANS =
      Question.text("publicationAgencyPlans", SAY_FOR_PUBLICATION);
  public static final Question<String> PUBLICATION_BURDEN =
      Question.text("publicationBurden", SAY_FOR_PUBLICATION);
  public static final Question<String> PUBLICATION_CLEAR_DATES =
      Question.text("publicationClearDates", SAY_FOR_PUBLICATION);
  public static final Question<Optional<LocalDate>> SET_UP_MEETING_ON =
      Question.date(
          "setUpMeetingOn",
          CHANGE_REVIEW_DATES,
          FIX_TEAM_MEETINGS,
          SETTLE_DATES,
          SET_TIMETABLE,
          SUPPLY_CHRONOLOGY_TEMPLATE);
  public static final Question<String> SET_UP_MEETING_TIME =
      Question.text(
          "setUpMeetingTime",
          CHANGE_REVIEW_DATES,
          FIX_TEAM_MEETINGS,
          SETTLE_DATES,
          SET_TIMETABLE,
          SUPPLY_CHRONOLOGY_TEMPLATE);

  private TeamQuestions() {}
}
