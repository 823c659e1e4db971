package org.practicereview.work;

import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What the service reads to know how urgent work is. */
final class WorkQuestions {

  static final FormName REFER_INCIDENT = new FormName("refer-incident");

  static final Question<String> OTHER_CHILDREN_AT_RISK =
      Question.choice("otherChildrenAtRisk", REFER_INCIDENT);

  private WorkQuestions() {}
}
