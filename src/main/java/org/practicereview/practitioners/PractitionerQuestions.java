package org.practicereview.practitioners;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the sessions with practitioners. */
public final class PractitionerQuestions {

  public static final FormName CHANGE_REVIEW_DATES = new FormName("change-review-dates");
  public static final FormName ACCEPT_PRACTITIONERS_NOT_ASKED =
      new FormName("accept-practitioners-not-asked");
  public static final FormName ANSWER_COMMENTS = new FormName("answer-comments");
  public static final FormName CHECK_FACTS = new FormName("check-facts");
  public static final FormName CONFIRM_INVITATIONS = new FormName("confirm-invitations");
  public static final FormName FIX_TEAM_MEETINGS = new FormName("fix-team-meetings");
  public static final FormName HEAR_OTHERS = new FormName("hear-others");
  public static final FormName KEEP_CONTACT = new FormName("keep-contact");
  public static final FormName NAME_PRACTITIONERS = new FormName("name-practitioners");
  public static final FormName OPEN_FACTUAL_ACCURACY = new FormName("open-factual-accuracy");
  public static final FormName PLAN_PRACTITIONER_EVENTS = new FormName("plan-practitioner-events");
  public static final FormName PREPARE_EVENT_SUMMARY = new FormName("prepare-event-summary");
  public static final FormName PREPARE_RAPID_REVIEW_REPORT =
      new FormName("prepare-rapid-review-report");
  public static final FormName RECORD_BRIEFING_SESSION = new FormName("record-briefing-session");
  public static final FormName RECORD_FOLLOW_UP_REPLIES = new FormName("record-follow-up-replies");
  public static final FormName RECORD_PRACTITIONER_EVENT =
      new FormName("record-practitioner-event");
  public static final FormName SETTLE_DATES = new FormName("settle-dates");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");

  public static final Question<List<Map<String, Object>>> BRIEFING_ATTENDEES =
      Question.rows("briefingAttendees", RECORD_BRIEFING_SESSION);
  public static final Question<List<Map<String, Object>>> EVENT_ATTENDANCE =
      Question.rows("eventAttendance", RECORD_PRACTITIONER_EVENT);
  public static final Question<List<Map<String, Object>>> FOLLOW_UP_REPLIES =
      Question.rows("followUpReplies", RECORD_FOLLOW_UP_REPLIES);
  public static final Question<List<Map<String, Object>>> HEARD_OTHERWISE =
      Question.rows("heardOtherwise", HEAR_OTHERS);
  public static final Question<List<Map<String, Object>>> MEETING_ATTENDEES =
      Question.rows("meetingAttendees", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<Map<String, Object>>> PRACTITIONERS =
      Question.rows("practitioners", CONFIRM_INVITATIONS, NAME_PRACTITIONERS);
  public static final Question<List<Map<String, Object>>> REVIEW_MEETINGS =
      Question.rows(
          "reviewMeetings",
          CHANGE_REVIEW_DATES,
          FIX_TEAM_MEETINGS,
          PLAN_PRACTITIONER_EVENTS,
          SETTLE_DATES,
          SET_TIMETABLE);
  public static final Question<List<Map<String, Object>>> PRACTITIONER_CONTACTS =
      Question.rows("practitionerContacts", KEEP_CONTACT);
  public static final Question<List<Map<String, Object>>> PRACTITIONER_READINGS =
      Question.rows("practitionerReadings", CHECK_FACTS);
  public static final Question<String> ATTENDEE_AGENCY =
      Question.textOrChoice(
          "attendeeAgency",
          BRIEFING_ATTENDEES,
          EVENT_ATTENDANCE,
          FOLLOW_UP_REPLIES,
          MEETING_ATTENDEES);
  public static final Question<String> ATTENDEE_CAME =
      Question.choice("attendeeCame", EVENT_ATTENDANCE);
  public static final Question<String> ATTENDEE_IS =
      Question.choice("attendeeIs", EVENT_ATTENDANCE);
  public static final Question<String> ATTENDEE_NAME =
      Question.text("attendeeName", BRIEFING_ATTENDEES, EVENT_ATTENDANCE, FOLLOW_UP_REPLIES);
  public static final Question<String> ATTENDEE_ROLE =
      Question.text("attendeeRole", BRIEFING_ATTENDEES, EVENT_ATTENDANCE, MEETING_ATTENDEES);
  public static final Question<String> CONTACT_NAME =
      Question.text("contactName", PRACTITIONER_CONTACTS);
  public static final Question<String> CONTACT_ROLE =
      Question.text("contactRole", PRACTITIONER_CONTACTS);
  public static final Question<String> MEETING_KIND =
      Question.choice("meetingKind", REVIEW_MEETINGS);
  public static final Question<Optional<LocalDate>> MEETING_ON =
      Question.date("meetingOn", REVIEW_MEETINGS);
  public static final Question<String> OTHER_AGENCY = Question.text("otherAgency", HEARD_OTHERWISE);
  public static final Question<String> OTHER_NAME = Question.text("otherName", HEARD_OTHERWISE);
  public static final Question<String> OTHER_ROLE = Question.text("otherRole", HEARD_OTHERWISE);
  public static final Question<String> PRACTITIONER_COMING =
      Question.choice("practitionerComing", PRACTITIONERS);
  public static final Question<String> PRACTITIONER_IS =
      Question.choice("practitionerIs", PRACTITIONERS);
  public static final Question<String> PRACTITIONER_NAME =
      Question.text("practitionerName", PRACTITIONERS);
  public static final Question<String> PRACTITIONER_ROLE =
      Question.text("practitionerRole", PRACTITIONERS);
  public static final Shown PRACTITIONERS_NOT_ASKED =
      Shown.in("practitionersNotAsked", ACCEPT_PRACTITIONERS_NOT_ASKED);
  public static final Question<String> PRACTITIONER_WRITE_TO =
      Question.choice("practitionerWriteTo", PRACTITIONERS);
  public static final Question<Boolean> PRACTITIONERS_KNOWN =
      Question.yesOrNo("practitionersKnown", NAME_PRACTITIONERS);
  public static final Question<List<Map<String, Object>>> PRE_EVENT_SUMMARY =
      Question.files("preEventSummary", PREPARE_EVENT_SUMMARY);
  public static final Question<String> READER_ANSWER =
      Question.choice("readerAnswer", PRACTITIONER_READINGS);
  public static final Question<String> READER_NAME =
      Question.text("readerName", PRACTITIONER_READINGS);
  public static final Question<String> READER_REASONS =
      Question.text("readerReasons", PRACTITIONER_READINGS);
  public static final Question<String> READER_ROLE =
      Question.text("readerRole", PRACTITIONER_READINGS);
  public static final Question<String> READER_TRIED =
      Question.text("readerTried", PRACTITIONER_READINGS);
  public static final Shown READERS_KNOWN = Shown.in("readersKnown", CHECK_FACTS);
  public static final Question<String> SUMMARY_GIVEN_AS =
      Question.choice("summaryGivenAs", PREPARE_EVENT_SUMMARY);

  private PractitionerQuestions() {}
}
