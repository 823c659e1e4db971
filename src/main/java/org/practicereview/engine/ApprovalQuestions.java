package org.practicereview.engine;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** The question by which a form carries the version that is approved with it. */
public final class ApprovalQuestions {

  public static final FormName APPROVE_LETTER = new FormName("approve-letter");
  public static final FormName APPROVE_AGENCY_RETURN = new FormName("approve-agency-return");
  public static final FormName APPROVE_CHRONOLOGY = new FormName("approve-chronology");
  public static final FormName AGREE_TERMS_OF_REFERENCE = new FormName("agree-terms-of-reference");
  public static final FormName CONFIRM_TERMS_OF_REFERENCE =
      new FormName("confirm-terms-of-reference");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName ASSURE_QUALITY = new FormName("assure-quality");
  public static final FormName APPROVE_ACTION_PLAN = new FormName("approve-action-plan");
  public static final FormName CHECK_BRIEF_ANONYMISATION =
      new FormName("check-brief-anonymisation");
  public static final FormName SIGN_OFF_RAPID_REVIEW = new FormName("sign-off-rapid-review");
  public static final FormName CHECK_EVENT_SUMMARY = new FormName("check-event-summary");

  public static final Question<String> APPROVED_VERSION =
      Question.choice(
          "approvedVersion",
          APPROVE_LETTER,
          APPROVE_AGENCY_RETURN,
          APPROVE_CHRONOLOGY,
          AGREE_TERMS_OF_REFERENCE,
          CONFIRM_TERMS_OF_REFERENCE,
          DECIDE_SIGN_OFF,
          ASSURE_QUALITY,
          APPROVE_ACTION_PLAN,
          CHECK_BRIEF_ANONYMISATION,
          SIGN_OFF_RAPID_REVIEW,
          CHECK_EVENT_SUMMARY);

  private ApprovalQuestions() {}
}
