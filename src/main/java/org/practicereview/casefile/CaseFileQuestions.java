package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the case file itself reads of forms: who the child is, and whether a referral is known. */
public final class CaseFileQuestions {

  public static final FormName CHOOSE_PSEUDONYM = new FormName("choose-pseudonym");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName CONFIRM_SCREENING_OUT = new FormName("confirm-screening-out");
  public static final FormName DECIDE_OUTCOME = new FormName("decide-outcome");
  public static final FormName DECIDE_TO_INITIATE = new FormName("decide-to-initiate");
  public static final FormName DECIDE_REPORT_CHANGE = new FormName("decide-report-change");
  public static final FormName GIVE_CHANGE_VIEW = new FormName("give-change-view");
  public static final FormName GIVE_POSITION = new FormName("give-position");
  public static final FormName GIVE_VIEW = new FormName("give-view");
  public static final FormName RECONSIDER_RECOMMENDATION =
      new FormName("reconsider-recommendation");
  public static final FormName RECORD_PARTNERS_CONSULTED =
      new FormName("record-partners-consulted");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final FormName PLAN_BRIEFING = new FormName("plan-briefing");
  public static final FormName PLAN_LEARNING_EVENTS = new FormName("plan-learning-events");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");

  public static final Question<List<Map<String, Object>>> LEARNING_EVENTS =
      Question.rows("learningEvents", PLAN_LEARNING_EVENTS);
  public static final Question<List<Map<String, Object>>> REVIEW_MEETINGS =
      Question.rows("reviewMeetings", SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> BRIEFING_PLANNED_ON =
      Question.date("briefingPlannedOn", PLAN_BRIEFING);
  public static final Question<String> BRIEFING_PLANNED_TIME =
      Question.text("briefingPlannedTime", PLAN_BRIEFING);
  public static final Question<Optional<LocalDate>> EVENT_ON =
      Question.date("eventOn", LEARNING_EVENTS);
  public static final Question<String> MEETING_KIND =
      Question.choice("meetingKind", REVIEW_MEETINGS);
  public static final Question<Optional<LocalDate>> MEETING_ON =
      Question.date("meetingOn", REVIEW_MEETINGS);
  public static final Question<String> MEETING_TIME = Question.text("meetingTime", REVIEW_MEETINGS);
  public static final Question<Optional<LocalDate>> SET_UP_MEETING_ON =
      Question.date("setUpMeetingOn", SET_TIMETABLE);
  public static final Question<String> SET_UP_MEETING_TIME =
      Question.text("setUpMeetingTime", SET_TIMETABLE);
  public static final Question<List<Map<String, Object>>> CHILDREN =
      Question.rows("children", COMPLETE_NOTIFICATION);
  public static final Question<String> ABUSE_OR_NEGLECT =
      Question.choice("abuseOrNeglect", SCREEN_REFERRAL, COMPLETE_NOTIFICATION);
  public static final Question<String> CARE_STATUS =
      Question.choice("careStatus", SCREEN_REFERRAL, CHILDREN);
  public static final Question<Optional<LocalDate>> CHILD_BORN_ON =
      Question.date("childBornOn", REFER_INCIDENT);
  public static final Question<Boolean> CHILD_DIED = Question.yesOrNo("childDied", REFER_INCIDENT);
  public static final Question<Boolean> CHILD_LIVES_HERE =
      Question.yesOrNo("childLivesHere", COMPLETE_NOTIFICATION);
  public static final Question<String> CHILD_NAME = Question.text("childName", REFER_INCIDENT);
  public static final Question<String> CHILD_OUTCOME = Question.choice("childOutcome", CHILDREN);
  public static final Question<String> DUPLICATE_OF = Question.text("duplicateOf", SCREEN_REFERRAL);
  public static final Question<String> HARM = Question.choice("harm", SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<String> INCIDENT_OUTLINE =
      Question.text("incidentOutline", REFER_INCIDENT);
  public static final Question<String> INCIDENT_PLACE_KIND =
      Question.choice("incidentPlaceKind", SCREEN_REFERRAL);
  public static final Question<String> CHANGE_VIEW =
      Question.choice("changeView", GIVE_CHANGE_VIEW);
  public static final Shown CHANGE_VIEW_HEALTH = Shown.in("changeViewHealth", DECIDE_REPORT_CHANGE);
  public static final Shown CHANGE_VIEW_LOCAL_AUTHORITY =
      Shown.in("changeViewLocalAuthority", DECIDE_REPORT_CHANGE);
  public static final Shown CHANGE_VIEW_POLICE = Shown.in("changeViewPolice", DECIDE_REPORT_CHANGE);
  public static final Question<String> CHANGE_VIEW_REASONS =
      Question.text("changeViewReasons", GIVE_CHANGE_VIEW);
  public static final Question<String> HEALTH_CONSULTED =
      Question.choice("healthConsulted", RECORD_PARTNERS_CONSULTED);
  public static final Question<Optional<LocalDate>> HEALTH_CONSULTED_ON =
      Question.date("healthConsultedOn", RECORD_PARTNERS_CONSULTED);
  public static final Question<String> INITIATION_POSITION =
      Question.choice("initiationPosition", GIVE_POSITION);
  public static final Question<String> INITIATION_POSITION_REASONS =
      Question.text("initiationPositionReasons", GIVE_POSITION);
  public static final Question<Boolean> INSIDE_ENGLAND =
      Question.yesOrNo("insideEngland", COMPLETE_NOTIFICATION);
  public static final Shown LIKELY_DUPLICATES =
      Shown.in("likelyDuplicates", SCREEN_REFERRAL, CONFIRM_SCREENING_OUT);
  public static final Question<String> NOTIFIABLE_VIEW =
      Question.choice("notifiableView", GIVE_VIEW);
  public static final Question<String> NOTIFICATION_NATURE =
      Question.choice("notificationNature", COMPLETE_NOTIFICATION);
  public static final Question<String> NOTIFICATION_REFERENCE =
      Question.text("notificationReference", SUBMIT_NOTIFICATION);
  public static final Question<String> NOTIFYING_AUTHORITY =
      Question.text("notifyingAuthority", COMPLETE_NOTIFICATION);
  public static final Question<String> OUTCOME = Question.choice("outcome", DECIDE_OUTCOME);
  public static final Shown PARTNER_CHANGE_VIEWS =
      Shown.in("partnerChangeViews", DECIDE_REPORT_CHANGE);
  public static final Shown PARTNER_POSITIONS =
      Shown.in("partnerPositions", DECIDE_TO_INITIATE, RECONSIDER_RECOMMENDATION);
  public static final Shown PARTNER_VIEWS = Shown.in("partnerViews", DECIDE_OUTCOME);
  public static final Question<String> POLICE_CONSULTED =
      Question.choice("policeConsulted", RECORD_PARTNERS_CONSULTED);
  public static final Question<Optional<LocalDate>> POLICE_CONSULTED_ON =
      Question.date("policeConsultedOn", RECORD_PARTNERS_CONSULTED);
  public static final Shown POSITION_HEALTH =
      Shown.in("positionHealth", DECIDE_TO_INITIATE, RECONSIDER_RECOMMENDATION);
  public static final Shown POSITION_LOCAL_AUTHORITY =
      Shown.in("positionLocalAuthority", DECIDE_TO_INITIATE, RECONSIDER_RECOMMENDATION);
  public static final Shown POSITION_POLICE =
      Shown.in("positionPolice", DECIDE_TO_INITIATE, RECONSIDER_RECOMMENDATION);
  public static final Question<Boolean> PRACTICE_REVIEW_INITIATED =
      Question.yesOrNo("practiceReviewInitiated", DECIDE_TO_INITIATE);
  public static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  public static final Question<List<String>> RECIPIENTS =
      Question.choices("recipients", SUBMIT_NOTIFICATION);
  public static final Question<Boolean> REFERRAL_ACCEPTED =
      Question.yesOrNo("referralAccepted", SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> REFERRAL_RECEIVED_ON =
      Question.date("referralReceivedOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<String> REVIEWER_NAME =
      Question.text("reviewerName", RECORD_REVIEWER);
  public static final Question<Boolean> SCREENING_OUT_CONFIRMED =
      Question.yesOrNo("screeningOutConfirmed", CONFIRM_SCREENING_OUT);
  public static final Shown NEW_FACTS_KNOWN_ON =
      Shown.in("newFactsKnownOn", RECORD_PARTNERS_CONSULTED);
  public static final Question<Optional<LocalDate>> VIEW_GIVEN_ON =
      Question.date("viewGivenOn", GIVE_VIEW);
  public static final Shown VIEW_HEALTH = Shown.in("viewHealth", DECIDE_OUTCOME);
  public static final Shown VIEW_LOCAL_AUTHORITY = Shown.in("viewLocalAuthority", DECIDE_OUTCOME);
  public static final Shown VIEW_POLICE = Shown.in("viewPolice", DECIDE_OUTCOME);
  public static final Question<String> VIEW_REASONS = Question.text("viewReasons", GIVE_VIEW);

  private CaseFileQuestions() {}
}
