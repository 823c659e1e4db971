package org.practicereview.letters;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What tells to whom a letter goes, and what it prints in words of its own. */
public final class LetterQuestions {

  public static final FormName COMPLETE_AGENCY_RETURN = new FormName("complete-agency-return");
  public static final FormName CONFIRM_INVOLVEMENT = new FormName("confirm-involvement");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName NOMINATE_MEMBER = new FormName("nominate-member");
  public static final FormName RECORD_COMMITMENTS = new FormName("record-commitments");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SUBMIT_NOTIFICATION = new FormName("submit-notification");

  public static final Question<List<Map<String, Object>>> AGENCY_COMMITMENTS =
      Question.rows("agencyCommitments", RECORD_COMMITMENTS);
  public static final Question<String> MEMBER_EMAIL = Question.text("memberEmail", NOMINATE_MEMBER);
  public static final Question<String> MEMBER_NAME =
      Question.text("memberName", AGENCY_COMMITMENTS, NOMINATE_MEMBER);
  public static final Question<String> NOTIFICATION_NATURE =
      Question.choice("notificationNature", COMPLETE_NOTIFICATION);
  public static final Question<List<String>> RECIPIENTS =
      Question.choices("recipients", SUBMIT_NOTIFICATION);
  public static final Question<String> RETURN_AUTHOR_EMAIL =
      Question.text("returnAuthorEmail", CONFIRM_INVOLVEMENT);
  public static final Question<String> RETURN_AUTHOR_NAME =
      Question.text("returnAuthorName", CONFIRM_INVOLVEMENT, COMPLETE_AGENCY_RETURN);
  public static final Question<String> REFERRER_ADDRESS =
      Question.text("referrerAddress", REFER_INCIDENT);
  public static final Question<String> REFERRER_EMAIL =
      Question.text("referrerEmail", REFER_INCIDENT);
  public static final Question<String> REFERRER_NAME =
      Question.text("referrerName", REFER_INCIDENT);

  private LetterQuestions() {}
}
