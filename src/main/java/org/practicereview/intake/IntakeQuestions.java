package org.practicereview.intake;

import static org.practicereview.casefile.CaseFileQuestions.CHOOSE_PSEUDONYM;
import static org.practicereview.casefile.CaseFileQuestions.DECIDE_TO_INITIATE;
import static org.practicereview.casefile.CaseFileQuestions.RECORD_REVIEWER;
import static org.practicereview.casefile.CaseFileQuestions.REFER_INCIDENT;
import static org.practicereview.casefile.CaseFileQuestions.SUBMIT_NOTIFICATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** The questions that a row of the spreadsheet answers, so that the case knows them as facts. */
final class IntakeQuestions {

  static final FormName CHOOSE_AGENCIES = new FormName("choose-agencies");
  static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  static final FormName SEND_RAPID_REVIEW = new FormName("send-rapid-review");

  static final Question<List<String>> AGENCIES = Question.choices("agencies", CHOOSE_AGENCIES);
  static final Question<Optional<LocalDate>> AWARE_ON = Question.date("awareOn", REFER_INCIDENT);
  static final Question<Optional<LocalDate>> CHILD_BORN_ON =
      Question.date("childBornOn", REFER_INCIDENT);
  static final Question<String> CHILD_NAME = Question.text("childName", REFER_INCIDENT);
  static final Question<Optional<LocalDate>> DECISION_TO_INITIATE_ON =
      Question.date("decisionToInitiateOn", DECIDE_TO_INITIATE);
  static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", REFER_INCIDENT);
  static final Question<String> NOTIFICATION_REFERENCE =
      Question.text("notificationReference", SUBMIT_NOTIFICATION);
  static final Question<Optional<LocalDate>> NOTIFICATION_SENT_ON =
      Question.date("notificationSentOn", SUBMIT_NOTIFICATION);
  static final Question<Boolean> PRACTICE_REVIEW_INITIATED =
      Question.yesOrNo("practiceReviewInitiated", DECIDE_TO_INITIATE);
  static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  static final Question<Optional<LocalDate>> PUBLICATION_PLANNED_ON =
      Question.date("publicationPlannedOn", DECIDE_SIGN_OFF);
  static final Question<Optional<LocalDate>> RAPID_REVIEW_SENT_ON =
      Question.date("rapidReviewSentOn", SEND_RAPID_REVIEW);
  static final Question<Boolean> REPLY_TO_REFERRER =
      Question.yesOrNo("replyToReferrer", REFER_INCIDENT);
  static final Question<String> REVIEWER_NAME = Question.text("reviewerName", RECORD_REVIEWER);
  static final Question<String> SIGN_OFF_DECISION =
      Question.choice("signOffDecision", DECIDE_SIGN_OFF);
  static final Question<Optional<LocalDate>> SIGN_OFF_DECIDED_ON =
      Question.date("signOffDecidedOn", DECIDE_SIGN_OFF);

  private IntakeQuestions() {}
}
