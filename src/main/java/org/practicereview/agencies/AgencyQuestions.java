package org.practicereview.agencies;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms with which agencies are asked. */
public final class AgencyQuestions {

  public static final FormName CHOOSE_AGENCIES = new FormName("choose-agencies");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName PROTECT_CHILDREN_NOW = new FormName("protect-children-now");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SHARE_EARLY_LEARNING = new FormName("share-early-learning");
  public static final FormName COMPLETE_AGENCY_RETURN = new FormName("complete-agency-return");
  public static final FormName DRAFT_TERMS_OF_REFERENCE = new FormName("draft-terms-of-reference");
  public static final FormName GIVE_VIEW = new FormName("give-view");
  public static final FormName PREPARE_RAPID_REVIEW_REPORT =
      new FormName("prepare-rapid-review-report");
  public static final FormName RECORD_COMMITMENTS = new FormName("record-commitments");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName SIGN_OFF_RAPID_REVIEW = new FormName("sign-off-rapid-review");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<List<Map<String, Object>>> AGENCY_COMMITMENTS =
      Question.rows("agencyCommitments", RECORD_COMMITMENTS);
  public static final Question<List<Map<String, Object>>> CONFLICT_CHECKS =
      Question.rows("conflictChecks", RECORD_REVIEWER);
  public static final Question<List<Map<String, Object>>> REVIEW_AGENCIES =
      Question.rows("reviewAgencies", DRAFT_TERMS_OF_REFERENCE);
  public static final Question<List<Map<String, Object>>> CHILDREN =
      Question.rows("children", COMPLETE_NOTIFICATION);
  public static final Question<List<Map<String, Object>>> MEETING_ATTENDEES =
      Question.rows("meetingAttendees", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<Map<String, Object>>> RETURN_PARALLEL_PROCESSES =
      Question.rows("returnParallelProcesses", COMPLETE_AGENCY_RETURN);
  public static final Question<String> ATTENDEE_AGENCY =
      Question.text("attendeeAgency", MEETING_ATTENDEES);
  public static final Question<String> CHILD_ADDRESS =
      Question.text("childAddress", CHILDREN, REFER_INCIDENT);
  public static final Question<Optional<LocalDate>> CHILD_BORN_ON =
      Question.date("childBornOn", CHILDREN, REFER_INCIDENT);
  public static final Question<String> CHILD_NAME =
      Question.text("childName", CHILDREN, REFER_INCIDENT);
  public static final Question<String> EARLY_LEARNING =
      Question.text("earlyLearning", SHARE_EARLY_LEARNING);
  public static final Question<String> FAMILY_MEMBERS =
      Question.text("familyMembers", REFER_INCIDENT);
  public static final Question<String> FURTHER_ACTIONS =
      Question.text("furtherActions", PROTECT_CHILDREN_NOW);
  public static final Question<String> IMMEDIATE_ACTION =
      Question.text("immediateAction", COMPLETE_NOTIFICATION);
  public static final Question<String> PARALLEL_PROCESSES =
      Question.text("parallelProcesses", REFER_INCIDENT);
  public static final Question<String> PROCESS_CONTACT =
      Question.text("processContact", RETURN_PARALLEL_PROCESSES);
  public static final Question<String> PROCESS_KIND =
      Question.choice("processKind", RETURN_PARALLEL_PROCESSES);
  public static final Question<String> PROCESS_LIMITS =
      Question.text("processLimits", RETURN_PARALLEL_PROCESSES);
  public static final Question<String> REPORT_PARALLEL_PROCESSES =
      Question.text("reportParallelProcesses", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<String> RETURN_IMMEDIATE_ACTION =
      Question.text("returnImmediateAction", COMPLETE_AGENCY_RETURN);
  public static final Question<String> SAFETY_AND_SHARING =
      Question.text("safetyAndSharing", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<String> SEARCH_DETAILS =
      Question.text("searchDetails", CHOOSE_AGENCIES);
  public static final Question<List<String>> AGENCIES =
      Question.choices("agencies", CHOOSE_AGENCIES);
  public static final Question<String> AGENCIES_INVOLVED =
      Question.text("agenciesInvolved", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<List<Map<String, Object>>> MISSING_RETURNS =
      Question.rows("missingReturns", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<String> MISSING_AGENCY =
      Question.text("missingAgency", MISSING_RETURNS);
  public static final Shown RETURNS_IN_WORDS =
      Shown.in("returnsInWords", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<String> GOOD_PRACTICE =
      Question.text("goodPractice", COMPLETE_AGENCY_RETURN);
  public static final Question<String> IMPROVEMENTS_VIEW =
      Question.text("improvementsView", COMPLETE_AGENCY_RETURN);
  public static final Question<String> INVOLVEMENT_SUMMARY =
      Question.text("involvementSummary", COMPLETE_AGENCY_RETURN);
  public static final Question<String> JOINT_WORKING_CONCERNS =
      Question.text("jointWorkingConcerns", COMPLETE_AGENCY_RETURN);
  public static final Question<String> LIVED_EXPERIENCE =
      Question.text("livedExperience", COMPLETE_AGENCY_RETURN);
  public static final Question<String> RECURRENT_THEMES_VIEW =
      Question.text("recurrentThemesView", COMPLETE_AGENCY_RETURN);
  public static final Question<String> SINGLE_AGENCY_CONCERNS =
      Question.text("singleAgencyConcerns", COMPLETE_AGENCY_RETURN);
  public static final Question<String> WORKING_TOGETHER_VIEW =
      Question.text("workingTogetherView", COMPLETE_AGENCY_RETURN);
  public static final Question<Optional<LocalDate>> AGENCY_ASKED_ON =
      Question.date("agencyAskedOn", CHOOSE_AGENCIES);
  public static final Question<String> COMMITMENT_AGENCY =
      Question.text("commitmentAgency", AGENCY_COMMITMENTS);
  public static final Question<String> CONFLICT_AGENCY =
      Question.text("conflictAgency", CONFLICT_CHECKS);
  public static final Question<Boolean> MORE_AGENCIES_NEEDED =
      Question.yesOrNo("moreAgenciesNeeded", PREPARE_RAPID_REVIEW_REPORT);
  public static final Question<Optional<LocalDate>> NOTIFICATION_SENT_ON =
      Question.date("notificationSentOn", SUBMIT_NOTIFICATION);
  public static final Question<String> REVIEW_AGENCY =
      Question.text("reviewAgency", REVIEW_AGENCIES);
  public static final Question<Optional<LocalDate>> SIGNED_OFF_ON =
      Question.date("signedOffOn", SIGN_OFF_RAPID_REVIEW);
  public static final Question<Optional<LocalDate>> VIEW_GIVEN_ON =
      Question.date("viewGivenOn", GIVE_VIEW);

  private AgencyQuestions() {}
}
