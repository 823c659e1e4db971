package org.practicereview.naming;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What this room reads of the forms with which a reviewer is recorded and put under contract. */
final class NamingQuestions {

  static final FormName RECORD_CONTRACT = new FormName("record-contract");
  static final FormName RECORD_REVIEWER = new FormName("record-reviewer");

  static final Question<String> REVIEWER_ACCOUNT =
      Question.choice("reviewerAccount", RECORD_CONTRACT);
  static final Question<String> REVIEWER_NAME = Question.text("reviewerName", RECORD_REVIEWER);

  private NamingQuestions() {}
}
