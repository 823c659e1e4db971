package org.practicereview.oversight;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What the service reads of the work that it starts itself. */
public final class OversightQuestions {

  public static final FormName APPROVE_ACTION_PLAN = new FormName("approve-action-plan");
  public static final FormName COMPLETE_CONTENTS = new FormName("complete-contents");
  public static final FormName CONSIDER_ALTERNATIVE_REVIEW =
      new FormName("consider-alternative-review");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName DECIDE_TO_INITIATE = new FormName("decide-to-initiate");
  public static final FormName PUBLISH_REPORT = new FormName("publish-report");
  public static final FormName RECORD_PANEL_RESPONSE = new FormName("record-panel-response");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SEND_RAPID_REVIEW = new FormName("send-rapid-review");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");
  public static final FormName SETTLE_MAIL = new FormName("settle-mail");

  public static final Question<String> MAIL_CAUSE = Question.choice("mailCause", SETTLE_MAIL);

  private OversightQuestions() {}
}
