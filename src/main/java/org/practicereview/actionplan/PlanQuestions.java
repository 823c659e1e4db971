package org.practicereview.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the action plan. */
public final class PlanQuestions {

  public static final FormName AGREE_ACTION_PLAN = new FormName("agree-action-plan");
  public static final FormName APPROVE_ACTION_PLAN = new FormName("approve-action-plan");
  public static final FormName COMPLETE_CONTENTS = new FormName("complete-contents");
  public static final FormName CONFIRM_ACTION_COMPLETE = new FormName("confirm-action-complete");
  public static final FormName CONSIDER_ALTERNATIVE_REVIEW =
      new FormName("consider-alternative-review");
  public static final FormName CONSIDER_NATIONAL_FINDINGS =
      new FormName("consider-national-findings");
  public static final FormName DECIDE_PLAN_REPORT = new FormName("decide-plan-report");
  public static final FormName PREPARE_PLAN_REPORT = new FormName("prepare-plan-report");
  public static final FormName RECORD_NATIONAL_FINDINGS = new FormName("record-national-findings");
  public static final FormName REPORT_ON_ACTION = new FormName("report-on-action");
  public static final FormName REVIEW_ACTION_EVIDENCE = new FormName("review-action-evidence");

  public static final Question<List<Map<String, Object>>> ACTION_DECISIONS =
      Question.rows("actionDecisions", DECIDE_PLAN_REPORT);
  public static final Question<List<Map<String, Object>>> ACTION_STATUSES =
      Question.rows("actionStatuses", PREPARE_PLAN_REPORT);
  public static final Question<List<Map<String, Object>>> ACTIONS =
      Question.rows("actions", AGREE_ACTION_PLAN);
  public static final Question<List<Map<String, Object>>> CONSIDERED_FINDINGS =
      Question.rows("consideredFindings", CONSIDER_NATIONAL_FINDINGS);
  public static final Question<List<Map<String, Object>>> NATIONAL_FINDINGS =
      Question.rows("nationalFindings", RECORD_NATIONAL_FINDINGS);
  public static final Question<List<Map<String, Object>>> POLICY_CHANGES =
      Question.rows("policyChanges", COMPLETE_CONTENTS);
  public static final Question<List<Map<String, Object>>> RECOMMENDATIONS =
      Question.rows("recommendations", COMPLETE_CONTENTS, CONSIDER_ALTERNATIVE_REVIEW);
  public static final Question<String> ACTION_ADVICE =
      Question.choice("actionAdvice", ACTION_STATUSES);
  public static final Question<String> ACTION_AGENCY = Question.choice("actionAgency", ACTIONS);
  public static final Question<String> ACTION_CODE =
      Question.text("actionCode", ACTION_DECISIONS, ACTION_STATUSES);
  public static final Question<Boolean> ACTION_COMPLETE =
      Question.yesOrNo("actionComplete", REPORT_ON_ACTION);
  public static final Question<String> ACTION_DECISION =
      Question.choice("actionDecision", ACTION_DECISIONS);
  public static final Question<String> ACTION_DECISION_REASONS =
      Question.text("actionDecisionReasons", ACTION_DECISIONS);
  public static final Question<Optional<LocalDate>> ACTION_DUE_ON =
      Question.date("actionDueOn", ACTIONS);
  public static final Question<List<Map<String, Object>>> ACTION_EVIDENCE =
      Question.files("actionEvidence", REPORT_ON_ACTION);
  public static final Question<String> ACTION_EVIDENCE_TEXT =
      Question.text("actionEvidenceText", REPORT_ON_ACTION);
  public static final Question<Optional<LocalDate>> ACTION_EXTENDED_TO =
      Question.date("actionExtendedTo", ACTION_DECISIONS);
  public static final Question<String> ACTION_IMPACT =
      Question.text("actionImpact", REPORT_ON_ACTION);
  public static final Question<String> ACTION_IMPACT_MEASURE =
      Question.text("actionImpactMeasure", ACTIONS);
  public static final Question<String> ACTION_IN_SHORT =
      Question.text("actionInShort", ACTION_DECISIONS, ACTION_STATUSES);
  public static final Question<String> ACTION_LATE = Question.choice("actionLate", ACTION_STATUSES);
  public static final Question<String> ACTION_MOVEMENT =
      Question.choice("actionMovement", ACTION_STATUSES);
  public static final Question<String> ACTION_OUTCOME = Question.text("actionOutcome", ACTIONS);
  public static final Question<String> ACTION_OVERDUE_REASONS =
      Question.text("actionOverdueReasons", ACTION_STATUSES);
  public static final Question<String> ACTION_OWNER_ROLE =
      Question.text("actionOwnerRole", ACTIONS);
  public static final Question<String> ACTION_PROGRESS =
      Question.text("actionProgress", REPORT_ON_ACTION);
  public static final Question<String> ACTION_RAG =
      Question.choice("actionRag", ACTION_STATUSES, REPORT_ON_ACTION);
  public static final Question<String> ACTION_RECOMMENDATION =
      Question.text("actionRecommendation", ACTIONS);
  public static final Question<String> ACTION_RETURN_REASONS =
      Question.text("actionReturnReasons", REVIEW_ACTION_EVIDENCE, CONFIRM_ACTION_COMPLETE);
  public static final Question<Optional<LocalDate>> ACTION_START_ON =
      Question.date("actionStartOn", ACTIONS);
  public static final Question<String> ACTION_STATUS =
      Question.choice("actionStatus", ACTION_STATUSES);
  public static final Question<List<String>> ACTION_THEMES =
      Question.choices("actionThemes", ACTIONS);
  public static final Question<String> ACTION_TEXT = Question.text("actionText", ACTIONS);
  public static final Question<Boolean> ACTION_CONFIRMED =
      Question.yesOrNo("actionConfirmed", CONFIRM_ACTION_COMPLETE);
  public static final Question<Boolean> EVIDENCE_ACCEPTED =
      Question.yesOrNo("evidenceAccepted", REVIEW_ACTION_EVIDENCE);
  public static final Question<String> FINDING_REASONS =
      Question.text("findingReasons", CONSIDERED_FINDINGS);
  public static final Question<String> FINDING_TEXT =
      Question.text("findingText", CONSIDERED_FINDINGS, NATIONAL_FINDINGS);
  public static final Question<String> FINDING_VIEW =
      Question.choice("findingView", CONSIDERED_FINDINGS);
  public static final Question<Boolean> PLAN_APPROVED =
      Question.yesOrNo("planApproved", APPROVE_ACTION_PLAN);
  public static final Question<Optional<LocalDate>> PLAN_APPROVED_ON =
      Question.date("planApprovedOn", APPROVE_ACTION_PLAN);
  public static final Question<Optional<LocalDate>> PLAN_DECIDED_ON =
      Question.date("planDecidedOn", DECIDE_PLAN_REPORT);
  public static final Question<String> PLAN_DECISION =
      Question.choice("planDecision", DECIDE_PLAN_REPORT);
  public static final Shown PLAN_REPORT_NUMBER = Shown.in("planReportNumber", PREPARE_PLAN_REPORT);
  public static final Shown RECOMMENDATION_LIST =
      Shown.in("recommendationList", AGREE_ACTION_PLAN, APPROVE_ACTION_PLAN);
  public static final Question<String> POLICY_CHANGE =
      Question.text("policyChange", POLICY_CHANGES);
  public static final Question<String> POLICY_NAME = Question.text("policyName", POLICY_CHANGES);
  public static final Question<String> POLICY_OWNER = Question.text("policyOwner", POLICY_CHANGES);
  public static final Question<Boolean> POLICY_TO_CHANGE =
      Question.yesOrNo("policyToChange", COMPLETE_CONTENTS);
  public static final Question<String> RECOMMENDATION_NUMBER =
      Question.number("recommendationNumber", RECOMMENDATIONS);
  public static final Question<String> RECOMMENDATION_TEXT =
      Question.text("recommendationText", RECOMMENDATIONS);
  public static final Question<List<String>> RECOMMENDATION_THEMES =
      Question.choices("recommendationThemes", RECOMMENDATIONS);

  private PlanQuestions() {}
}
