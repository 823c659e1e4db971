package org.practicereview.events;

import java.time.LocalDate;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads when something happens beside the journey. */
public final class EventQuestions {

  public static final FormName APPROVE_WITHDRAWAL = new FormName("approve-withdrawal");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<Optional<LocalDate>> NOTIFICATION_SENT_ON =
      Question.date("notificationSentOn", SUBMIT_NOTIFICATION);
  public static final Question<String> OTHER_CHILDREN_AT_RISK =
      Question.choice("otherChildrenAtRisk", REFER_INCIDENT);
  public static final Question<Optional<LocalDate>> REFERRAL_RECEIVED_ON =
      Question.date("referralReceivedOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Boolean> REPLY_TO_REFERRER =
      Question.yesOrNo("replyToReferrer", REFER_INCIDENT);
  public static final Question<String> REVIEWER_NAME =
      Question.text("reviewerName", RECORD_REVIEWER);
  public static final Shown WITHDRAWAL_ASKED_BY = Shown.in("withdrawalAskedBy", APPROVE_WITHDRAWAL);
  public static final Shown WITHDRAWAL_REASON = Shown.in("withdrawalReason", APPROVE_WITHDRAWAL);

  private EventQuestions() {}
}
