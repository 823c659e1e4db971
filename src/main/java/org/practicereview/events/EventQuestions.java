package org.practicereview.events;

import java.time.LocalDate;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads when something happens beside the journey. */
public final class EventQuestions {

  public static final FormName APPROVE_WITHDRAWAL = new FormName("approve-withdrawal");
  public static final FormName CONFIRM_SCREENING_OUT = new FormName("confirm-screening-out");
  public static final FormName GIVE_VIEW = new FormName("give-view");
  public static final FormName GO_ON_WITHOUT_REST = new FormName("go-on-without-rest");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<Optional<LocalDate>> AWARE_ON =
      Question.date("awareOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Shown NEW_FACTS = Shown.in("newFacts", SCREEN_REFERRAL, GIVE_VIEW);
  public static final Shown NEW_FACTS_KNOWN_ON =
      Shown.in("newFactsKnownOn", SCREEN_REFERRAL, GIVE_VIEW);
  public static final Shown NOT_ANSWERED_BY = Shown.in("notAnsweredBy", GO_ON_WITHOUT_REST);
  public static final Question<String> OTHER_CHILDREN_AT_RISK =
      Question.choice("otherChildrenAtRisk", REFER_INCIDENT);
  public static final Question<Optional<LocalDate>> REFERRAL_RECEIVED_ON =
      Question.date("referralReceivedOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<Boolean> REPLY_TO_REFERRER =
      Question.yesOrNo("replyToReferrer", REFER_INCIDENT);
  public static final Question<String> REVIEWER_NAME =
      Question.text("reviewerName", RECORD_REVIEWER);
  public static final Question<Boolean> SCREENING_OUT_CONFIRMED =
      Question.yesOrNo("screeningOutConfirmed", CONFIRM_SCREENING_OUT);
  public static final Question<String> SCREENING_RETURN_REASONS =
      Question.text("screeningReturnReasons", CONFIRM_SCREENING_OUT);
  public static final Shown WITHDRAWAL_ASKED_BY = Shown.in("withdrawalAskedBy", APPROVE_WITHDRAWAL);
  public static final Shown WITHDRAWAL_REASON = Shown.in("withdrawalReason", APPROVE_WITHDRAWAL);

  private EventQuestions() {}
}
