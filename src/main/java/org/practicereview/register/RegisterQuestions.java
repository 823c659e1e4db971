package org.practicereview.register;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of proceedings that hold publication. */
public final class RegisterQuestions {

  public static final FormName APPROVE_HOLD_LIFTING = new FormName("approve-hold-lifting");
  public static final FormName CHECK_PROCEEDINGS = new FormName("check-proceedings");
  public static final FormName REGISTER_PROCEEDINGS = new FormName("register-proceedings");

  public static final Question<String> HOLD_REASONS =
      Question.text("holdReasons", REGISTER_PROCEEDINGS);
  public static final Question<String> NEW_HOLD_REASONS =
      Question.text("newHoldReasons", CHECK_PROCEEDINGS);
  public static final Shown PUBLICATION_HOLD_NOW =
      Shown.in("publicationHoldNow", CHECK_PROCEEDINGS);
  public static final Shown PUBLICATION_HOLD_REASONS =
      Shown.in("publicationHoldReasons", APPROVE_HOLD_LIFTING, CHECK_PROCEEDINGS);

  private RegisterQuestions() {}
}
