package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the case file itself reads of forms: who the child is, and whether a referral is known. */
public final class CaseFileQuestions {

  public static final FormName CHOOSE_PSEUDONYM = new FormName("choose-pseudonym");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<Optional<LocalDate>> CHILD_BORN_ON =
      Question.date("childBornOn", REFER_INCIDENT);
  public static final Question<String> CHILD_NAME = Question.text("childName", REFER_INCIDENT);
  public static final Question<String> DUPLICATE_OF = Question.text("duplicateOf", SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Shown LIKELY_DUPLICATES = Shown.in("likelyDuplicates", SCREEN_REFERRAL);
  public static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  public static final Question<Boolean> REFERRAL_ACCEPTED =
      Question.yesOrNo("referralAccepted", SCREEN_REFERRAL);
  public static final Question<Optional<LocalDate>> REFERRAL_RECEIVED_ON =
      Question.date("referralReceivedOn", REFER_INCIDENT, SCREEN_REFERRAL);
  public static final Question<String> REVIEWER_NAME =
      Question.text("reviewerName", RECORD_REVIEWER);

  private CaseFileQuestions() {}
}
