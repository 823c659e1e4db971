package org.practicereview.chronology;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the chronologies. */
public final class ChronologyQuestions {

  public static final FormName APPROVE_CHRONOLOGY = new FormName("approve-chronology");
  public static final FormName COMPLETE_CHRONOLOGY = new FormName("complete-chronology");
  public static final FormName DRAFT_TERMS_OF_REFERENCE = new FormName("draft-terms-of-reference");
  public static final FormName FIX_TEAM_MEETINGS = new FormName("fix-team-meetings");
  public static final FormName HOLD_AUTHOR_MEETING = new FormName("hold-author-meeting");
  public static final FormName NAME_CHRONOLOGY_AUTHOR = new FormName("name-chronology-author");
  public static final FormName RECORD_COMMITMENTS = new FormName("record-commitments");
  public static final FormName HOLD_SET_UP_MEETING = new FormName("hold-set-up-meeting");
  public static final FormName PLAN_LEARNING_EVENTS = new FormName("plan-learning-events");
  public static final FormName RECORD_FAMILY_VOICE = new FormName("record-family-voice");
  public static final FormName RECORD_MISSING_CHRONOLOGY =
      new FormName("record-missing-chronology");
  public static final FormName SUPPLY_CHRONOLOGY_TEMPLATE =
      new FormName("supply-chronology-template");

  public static final Question<List<Map<String, Object>>> AGENCY_COMMITMENTS =
      Question.rows("agencyCommitments", RECORD_COMMITMENTS);
  public static final Question<List<Map<String, Object>>> AUTHOR_MEETING_ATTENDANCE =
      Question.rows("authorMeetingAttendance", HOLD_AUTHOR_MEETING);
  public static final Question<String> AUTHOR_MEETING_AGENCY =
      Question.text("authorMeetingAgency", AUTHOR_MEETING_ATTENDANCE);
  public static final Question<String> AUTHOR_MEETING_ROLE =
      Question.text("authorMeetingRole", AUTHOR_MEETING_ATTENDANCE);
  public static final Question<List<Map<String, Object>>> CHRONOLOGY_ROWS =
      Question.rows("chronologyRows", COMPLETE_CHRONOLOGY);
  public static final Question<List<Map<String, Object>>> KEY_LINES =
      Question.rows("keyLines", DRAFT_TERMS_OF_REFERENCE);
  public static final Question<List<Map<String, Object>>> LEARNING_EVENTS =
      Question.rows("learningEvents", PLAN_LEARNING_EVENTS);
  public static final Question<List<Map<String, Object>>> SET_UP_ATTENDANCE =
      Question.rows("setUpAttendance", HOLD_SET_UP_MEETING);
  public static final Question<String> CHILD_SEEN = Question.choice("childSeen", CHRONOLOGY_ROWS);
  public static final Question<String> CHILD_VOICE =
      Question.text("childVoice", CHRONOLOGY_ROWS, RECORD_FAMILY_VOICE);
  public static final Question<String> CHRONOLOGY_AUTHOR_ROLE =
      Question.text("chronologyAuthorRole", NAME_CHRONOLOGY_AUTHOR, AGENCY_COMMITMENTS);
  public static final Question<String> COMMITMENT_AGENCY =
      Question.text("commitmentAgency", AGENCY_COMMITMENTS);
  public static final Question<Boolean> CHRONOLOGY_APPROVED =
      Question.yesOrNo("chronologyApproved", APPROVE_CHRONOLOGY);
  public static final Question<String> CHRONOLOGY_MISSING_REASONS =
      Question.text("chronologyMissingReasons", RECORD_MISSING_CHRONOLOGY);
  public static final Question<Boolean> CHRONOLOGY_RECORDS_HELD =
      Question.yesOrNo("chronologyRecordsHeld", COMPLETE_CHRONOLOGY);
  public static final Question<String> CHRONOLOGY_SUMMARY =
      Question.text("chronologySummary", COMPLETE_CHRONOLOGY);
  public static final Question<String> EVENT_ACTION = Question.text("eventAction", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_COMMENT =
      Question.text("eventComment", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_GOOD_PRACTICE =
      Question.text("eventGoodPractice", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_KEY_LINE =
      Question.text("eventKeyLine", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_KIND = Question.text("eventKind", CHRONOLOGY_ROWS);
  public static final Question<Optional<LocalDate>> EVENT_ON =
      Question.date("eventOn", CHRONOLOGY_ROWS, LEARNING_EVENTS);
  public static final Question<String> EVENT_OTHER_AGENCY =
      Question.text("eventOtherAgency", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_PEOPLE = Question.text("eventPeople", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_SOURCE = Question.text("eventSource", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_SUMMARY =
      Question.text("eventSummary", CHRONOLOGY_ROWS);
  public static final Question<String> EVENT_TIME =
      Question.text("eventTime", CHRONOLOGY_ROWS, LEARNING_EVENTS);
  public static final Question<String> KEY_LINE = Question.text("keyLine", KEY_LINES);
  public static final Shown KEY_LINES_IN_WORDS =
      Shown.in("keyLinesInWords", COMPLETE_CHRONOLOGY, SUPPLY_CHRONOLOGY_TEMPLATE);
  public static final Question<String> SET_UP_AGENCY =
      Question.text("setUpAgency", SET_UP_ATTENDANCE);
  public static final Question<String> SET_UP_ATTENDED =
      Question.choice("setUpAttended", SET_UP_ATTENDANCE);
  public static final Question<Optional<LocalDate>> SET_UP_MEETING_ON =
      Question.date("setUpMeetingOn", FIX_TEAM_MEETINGS, SUPPLY_CHRONOLOGY_TEMPLATE);
  public static final Question<String> SET_UP_MEETING_TIME =
      Question.text("setUpMeetingTime", FIX_TEAM_MEETINGS, SUPPLY_CHRONOLOGY_TEMPLATE);

  private ChronologyQuestions() {}
}
