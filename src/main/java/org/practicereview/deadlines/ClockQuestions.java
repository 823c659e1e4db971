package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** The dates from which clocks count, and what the clocks read beside them. */
public final class ClockQuestions {

  public static final FormName AGREE_ACTION_PLAN = new FormName("agree-action-plan");
  public static final FormName AGREE_NOT_INVITED = new FormName("agree-not-invited");
  public static final FormName APPROVE_ACTION_PLAN = new FormName("approve-action-plan");
  public static final FormName APPROVE_HOLD_LIFTING = new FormName("approve-hold-lifting");
  public static final FormName CHECK_PROCEEDINGS = new FormName("check-proceedings");
  public static final FormName CHECK_TIME_AND_QUALITY = new FormName("check-time-and-quality");
  public static final FormName CHOOSE_AGENCIES = new FormName("choose-agencies");
  public static final FormName CONFIRM_AGREED_DATE = new FormName("confirm-agreed-date");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName DECIDE_TO_INITIATE = new FormName("decide-to-initiate");
  public static final FormName EXPLAIN_DELAY = new FormName("explain-delay");
  public static final FormName EXPLAIN_REVIEW_DELAY = new FormName("explain-review-delay");
  public static final FormName HOLD_SET_UP_MEETING = new FormName("hold-set-up-meeting");
  public static final FormName NAME_NATIONAL_LIAISON = new FormName("name-national-liaison");
  public static final FormName PLAN_ALTERNATIVE_REVIEW = new FormName("plan-alternative-review");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName PREPARE_FOLLOW_UP = new FormName("prepare-follow-up");
  public static final FormName PUBLISH_REPORT = new FormName("publish-report");
  public static final FormName RECORD_AGREED_DATE = new FormName("record-agreed-date");
  public static final FormName RECORD_BRIEFING_SESSION = new FormName("record-briefing-session");
  public static final FormName RECORD_COMPLAINT = new FormName("record-complaint");
  public static final FormName RECORD_DISCLOSURE_REQUEST =
      new FormName("record-disclosure-request");
  public static final FormName RECORD_NATIONAL_FINDINGS = new FormName("record-national-findings");
  public static final FormName RECORD_OTHER_AREAS = new FormName("record-other-areas");
  public static final FormName RECORD_PANEL_RESPONSE = new FormName("record-panel-response");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName REGISTER_PROCEEDINGS = new FormName("register-proceedings");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SEND_RAPID_REVIEW = new FormName("send-rapid-review");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");
  public static final FormName SHARE_EARLY_LEARNING = new FormName("share-early-learning");
  public static final FormName SHARE_EARLY_LEARNING_POINT =
      new FormName("share-early-learning-point");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<List<Map<String, Object>>> ACTIONS =
      Question.rows("actions", AGREE_ACTION_PLAN);
  public static final Question<Optional<LocalDate>> ACTION_DUE_ON =
      Question.date("actionDueOn", ACTIONS);
  public static final Question<Optional<LocalDate>> AGENCY_ASKED_ON =
      Question.date("agencyAskedOn", CHOOSE_AGENCIES);
  public static final Question<String> AGREED_DATE_CLOCK =
      Question.choice("agreedDateClock", RECORD_AGREED_DATE);
  public static final Question<String> AGREED_DATE_DECISION =
      Question.choice("agreedDateDecision", CONFIRM_AGREED_DATE);
  public static final Question<Optional<LocalDate>> AGREED_DUE_ON =
      Question.date("agreedDueOn", RECORD_AGREED_DATE);
  public static final Question<Optional<LocalDate>> AGREED_LETTER_ON =
      Question.date("agreedLetterOn", RECORD_AGREED_DATE);
  public static final Question<String> AGREED_LETTER_REFERENCE =
      Question.text("agreedLetterReference", RECORD_AGREED_DATE);
  public static final Question<Optional<LocalDate>> ALTERNATIVE_REVIEW_DUE_ON =
      Question.date("alternativeReviewDueOn", PLAN_ALTERNATIVE_REVIEW);
  public static final Question<Optional<LocalDate>> ANSWER_NEEDED_ON =
      Question.date("answerNeededOn", RECORD_DISCLOSURE_REQUEST);
  public static final Question<List<Map<String, Object>>> PANEL_QUESTIONS =
      Question.rows("panelQuestions", RECORD_PANEL_RESPONSE);
  public static final Question<Optional<LocalDate>> ANSWER_DUE_ON =
      Question.date("answerDueOn", PANEL_QUESTIONS);
  public static final Question<Optional<LocalDate>> AWARE_ON =
      Question.date("awareOn", COMPLETE_NOTIFICATION, REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> BRIEFING_ON =
      Question.date("briefingOn", RECORD_BRIEFING_SESSION);
  public static final Question<Optional<LocalDate>> CHRONOLOGIES_DUE_ON =
      Question.date("chronologiesDueOn", SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> CHRONOLOGY_SET_UP_ON =
      Question.date("chronologySetUpOn", HOLD_SET_UP_MEETING);
  public static final Question<Optional<LocalDate>> COMPLAINT_RECEIVED_ON =
      Question.date("complaintReceivedOn", RECORD_COMPLAINT);
  public static final Question<Optional<LocalDate>> DECISION_TO_INITIATE_ON =
      Question.date("decisionToInitiateOn", DECIDE_TO_INITIATE);
  public static final Question<String> DELAY_REASONS =
      Question.text("delayReasons", EXPLAIN_DELAY, EXPLAIN_REVIEW_DELAY);
  public static final Question<Optional<LocalDate>> DISCLOSURE_RECEIVED_ON =
      Question.date("disclosureReceivedOn", RECORD_DISCLOSURE_REQUEST);
  public static final Question<Optional<LocalDate>> EARLY_LEARNING_SHARED_ON =
      Question.date("earlyLearningSharedOn", SHARE_EARLY_LEARNING, SHARE_EARLY_LEARNING_POINT);
  public static final Question<Optional<LocalDate>> FAMILY_LOOK_AGAIN_ON =
      Question.date("familyLookAgainOn", AGREE_NOT_INVITED);
  public static final Question<Optional<LocalDate>> FOLLOW_UP_REPLY_BY =
      Question.date("followUpReplyBy", PREPARE_FOLLOW_UP);
  public static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", COMPLETE_NOTIFICATION, REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> NATIONAL_FINDINGS_EXPECTED_ON =
      Question.date("nationalFindingsExpectedOn", NAME_NATIONAL_LIAISON, RECORD_NATIONAL_FINDINGS);
  public static final Question<Optional<LocalDate>> NEW_DUE_ON =
      Question.date("newDueOn", EXPLAIN_DELAY, EXPLAIN_REVIEW_DELAY);
  public static final Question<Optional<LocalDate>> NOTIFICATION_SENT_ON =
      Question.date("notificationSentOn", SUBMIT_NOTIFICATION);
  public static final Question<Optional<LocalDate>> OTHER_AREAS_KNOWN_ON =
      Question.date("otherAreasKnownOn", RECORD_OTHER_AREAS);
  public static final Question<Optional<LocalDate>> PANEL_RESPONSE_ON =
      Question.date("panelResponseOn", RECORD_PANEL_RESPONSE);
  public static final Question<Optional<LocalDate>> PLAN_APPROVED_ON =
      Question.date("planApprovedOn", APPROVE_ACTION_PLAN);
  public static final Question<Optional<LocalDate>> PROCEEDINGS_NEXT_CHECK_ON =
      Question.date(
          "proceedingsNextCheckOn", APPROVE_HOLD_LIFTING, CHECK_PROCEEDINGS, REGISTER_PROCEEDINGS);
  public static final Question<Optional<LocalDate>> PUBLICATION_PLANNED_ON =
      Question.date("publicationPlannedOn", DECIDE_SIGN_OFF, PLAN_PUBLICATION, SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> PUBLISHED_ON =
      Question.date("publishedOn", PUBLISH_REPORT);
  public static final Question<Optional<LocalDate>> RAPID_REVIEW_SENT_ON =
      Question.date("rapidReviewSentOn", SEND_RAPID_REVIEW);
  public static final Question<Optional<LocalDate>> REFERRAL_RECEIVED_ON =
      Question.date("referralReceivedOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> REVIEWER_MONITORED_ON =
      Question.date("reviewerMonitoredOn", CHECK_TIME_AND_QUALITY);

  private ClockQuestions() {}
}
