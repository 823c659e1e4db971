package org.practicereview.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the briefing and of what follows it. */
public final class LearningQuestions {

  public static final FormName ANSWER_IMPACT_SURVEY = new FormName("answer-impact-survey");
  public static final FormName CHOOSE_PSEUDONYM = new FormName("choose-pseudonym");
  public static final FormName COMPLETE_AGENCY_RETURN = new FormName("complete-agency-return");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName DECIDE_PUBLICATION = new FormName("decide-publication");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName LOG_EARLY_LEARNING = new FormName("log-early-learning");
  public static final FormName PLAN_ALTERNATIVE_REVIEW = new FormName("plan-alternative-review");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName PREPARE_IMPACT_SUMMARY = new FormName("prepare-impact-summary");
  public static final FormName PREPARE_RAPID_REVIEW_REPORT =
      new FormName("prepare-rapid-review-report");
  public static final FormName CONSIDER_ALTERNATIVE_REVIEW =
      new FormName("consider-alternative-review");
  public static final FormName RECORD_ALTERNATIVE_REPORTS =
      new FormName("record-alternative-reports");
  public static final FormName RECORD_BRIEFING_SESSION = new FormName("record-briefing-session");
  public static final FormName RECORD_DISCLOSURE_REQUEST =
      new FormName("record-disclosure-request");
  public static final FormName RECORD_FOLLOW_UP_REPLIES = new FormName("record-follow-up-replies");
  public static final FormName RECORD_NATIONAL_FINDINGS = new FormName("record-national-findings");
  public static final FormName RECORD_OTHER_AREAS = new FormName("record-other-areas");
  public static final FormName PLAN_LEARNING_EVENTS = new FormName("plan-learning-events");
  public static final FormName PREPARE_NSPCC_COPY = new FormName("prepare-nspcc-copy");
  public static final FormName RECORD_EVENT_ATTENDANCE = new FormName("record-event-attendance");
  public static final FormName RECORD_PRACTITIONER_EVENT =
      new FormName("record-practitioner-event");
  public static final FormName RECORD_PRESENTATION_REQUESTS =
      new FormName("record-presentation-requests");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SHARE_EARLY_LEARNING = new FormName("share-early-learning");
  public static final FormName SHARE_EARLY_LEARNING_POINT =
      new FormName("share-early-learning-point");
  public static final FormName SIGN_OFF_RAPID_REVIEW = new FormName("sign-off-rapid-review");
  public static final FormName WRITE_LEARNING_BRIEF = new FormName("write-learning-brief");

  public static final Question<List<Map<String, Object>>> ALTERNATIVE_REPORTS =
      Question.rows("alternativeReports", RECORD_ALTERNATIVE_REPORTS);
  public static final Question<Boolean> ALTERNATIVE_REPORTS_COMPLETE =
      Question.yesOrNo("alternativeReportsComplete", RECORD_ALTERNATIVE_REPORTS);
  public static final Shown ALTERNATIVE_REPORTS_IN_WORDS =
      Shown.in("alternativeReportsInWords", CONSIDER_ALTERNATIVE_REVIEW);
  public static final Question<List<Map<String, Object>>> COMMISSIONED_AGENCIES =
      Question.rows("commissionedAgencies", PLAN_ALTERNATIVE_REVIEW);
  public static final Question<String> COMMISSIONED_AGENCY =
      Question.choice("commissionedAgency", COMMISSIONED_AGENCIES);
  public static final Question<Optional<LocalDate>> NATIONAL_FINDINGS_RECEIVED_ON =
      Question.date("nationalFindingsReceivedOn", RECORD_NATIONAL_FINDINGS);
  public static final Question<String> NATIONAL_FINDINGS_SUMMARY =
      Question.text("nationalFindingsSummary", RECORD_NATIONAL_FINDINGS);
  public static final Question<List<Map<String, Object>>> OTHER_AREAS =
      Question.rows("otherAreas", RECORD_OTHER_AREAS);
  public static final Question<String> MISSING_REPORT_REASONS =
      Question.text("missingReportReasons", RECORD_ALTERNATIVE_REPORTS);
  public static final Question<Optional<LocalDate>> REPORT_RECEIVED_ON =
      Question.date("reportReceivedOn", ALTERNATIVE_REPORTS);
  public static final Question<String> REPORT_SUMMARY =
      Question.text("reportSummary", ALTERNATIVE_REPORTS);
  public static final Question<String> REPORTING_AGENCY =
      Question.choice("reportingAgency", ALTERNATIVE_REPORTS);
  public static final Question<List<Map<String, Object>>> BRIEFING_ATTENDEES =
      Question.rows("briefingAttendees", RECORD_BRIEFING_SESSION);
  public static final Question<List<Map<String, Object>>> BRIEFING_PRESENTATION =
      Question.files("briefingPresentation", RECORD_BRIEFING_SESSION);
  public static final Question<Boolean> MORE_REQUESTS_EXPECTED =
      Question.yesOrNo("moreRequestsExpected", RECORD_PRESENTATION_REQUESTS);
  public static final Question<String> PRESENTATION_GIVEN =
      Question.choice("presentationGiven", RECORD_BRIEFING_SESSION);
  public static final Question<List<Map<String, Object>>> CHILDREN =
      Question.rows("children", COMPLETE_NOTIFICATION);
  public static final Question<List<Map<String, Object>>> EVENT_ATTENDANCE =
      Question.rows("eventAttendance", RECORD_PRACTITIONER_EVENT);
  public static final Question<List<Map<String, Object>>> FOLLOW_UP_REPLIES =
      Question.rows("followUpReplies", RECORD_FOLLOW_UP_REPLIES);
  public static final Shown IMPACT_ANSWERS_IN_WORDS =
      Shown.in("impactAnswersInWords", PREPARE_IMPACT_SUMMARY);
  public static final Question<String> SURVEY_DIFFERENCE =
      Question.text("surveyDifference", ANSWER_IMPACT_SURVEY);
  public static final Question<String> SURVEY_GAPS =
      Question.text("surveyGaps", ANSWER_IMPACT_SURVEY);
  public static final Question<List<Map<String, Object>>> MEETING_ATTENDEES =
      Question.rows("meetingAttendees", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<Map<String, Object>>> PRESENTATION_REQUESTS =
      Question.rows("presentationRequests", RECORD_PRESENTATION_REQUESTS);
  public static final Question<List<Map<String, Object>>> REQUESTERS =
      Question.rows("requesters", RECORD_DISCLOSURE_REQUEST);
  public static final Question<String> ATTENDEE_AGENCY =
      Question.textOrChoice(
          "attendeeAgency",
          BRIEFING_ATTENDEES,
          EVENT_ATTENDANCE,
          FOLLOW_UP_REPLIES,
          MEETING_ATTENDEES);
  public static final Question<String> ATTENDEE_EMAIL =
      Question.text("attendeeEmail", BRIEFING_ATTENDEES, FOLLOW_UP_REPLIES);
  public static final Question<String> ATTENDEE_NAME =
      Question.text("attendeeName", BRIEFING_ATTENDEES, EVENT_ATTENDANCE, FOLLOW_UP_REPLIES);
  public static final Question<String> ATTENDEE_WRITE_TO =
      Question.choice("attendeeWriteTo", FOLLOW_UP_REPLIES);
  public static final Question<String> CHILD_NAME =
      Question.text("childName", CHILDREN, REFER_INCIDENT);
  public static final Question<String> BRIEF_RECOMMENDATIONS =
      Question.text("briefRecommendations", WRITE_LEARNING_BRIEF);
  public static final Question<List<Map<String, Object>>> LEARNING_EVENTS =
      Question.rows("learningEvents", PLAN_LEARNING_EVENTS);
  public static final Question<List<Map<String, Object>>> LEARNING_EVENT_ATTENDANCE =
      Question.rows("learningEventAttendance", RECORD_EVENT_ATTENDANCE);
  public static final Question<String> EVENT_TITLE =
      Question.text("eventTitle", LEARNING_EVENTS, LEARNING_EVENT_ATTENDANCE);
  public static final Question<String> NSPCC_THEMES =
      Question.text("nspccThemes", PREPARE_NSPCC_COPY);
  public static final Question<List<String>> BRIEF_THEMES =
      Question.choices("briefThemes", WRITE_LEARNING_BRIEF);
  public static final Shown EARLIER_CASES = Shown.in("earlierCases", SIGN_OFF_RAPID_REVIEW);
  public static final Question<String> FOUND_BEFORE =
      Question.text("foundBefore", PREPARE_RAPID_REVIEW_REPORT);
  public static final Shown FOUND_BEFORE_IN_WORDS =
      Shown.in("foundBeforeInWords", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<String>> FINDING_THEMES =
      Question.choices("findingThemes", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<String>> LEARNING_THEMES =
      Question.choices(
          "learningThemes", LOG_EARLY_LEARNING, SHARE_EARLY_LEARNING, SHARE_EARLY_LEARNING_POINT);
  public static final Question<List<String>> RETURN_THEMES =
      Question.choices("returnThemes", COMPLETE_AGENCY_RETURN);
  public static final Question<String> FOLLOW_UP_NEXT =
      Question.choice("followUpNext", RECORD_FOLLOW_UP_REPLIES);
  public static final Question<String> FOLLOW_UP_NON_RETURN_REASONS =
      Question.text("followUpNonReturnReasons", RECORD_FOLLOW_UP_REPLIES);
  public static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  public static final Question<String> PUBLICATION_MODE =
      Question.choice("publicationMode", DECIDE_PUBLICATION, PLAN_PUBLICATION);
  public static final Question<String> REQUESTER_EMAIL =
      Question.text("requesterEmail", PRESENTATION_REQUESTS, REQUESTERS);
  public static final Question<Optional<LocalDate>> REQUESTED_ON =
      Question.date("requestedOn", PRESENTATION_REQUESTS);
  public static final Question<String> REQUESTER_NAME =
      Question.text("requesterName", PRESENTATION_REQUESTS, REQUESTERS);
  public static final Question<String> SIGN_OFF_DECISION =
      Question.choice("signOffDecision", DECIDE_SIGN_OFF);

  private LearningQuestions() {}
}
