package org.practicereview.oversight;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What the service reads of the work that it starts itself. */
public final class OversightQuestions {

  public static final FormName SETTLE_MAIL = new FormName("settle-mail");

  public static final Question<String> MAIL_CAUSE = Question.choice("mailCause", SETTLE_MAIL);

  private OversightQuestions() {}
}
