package org.practicereview.demonstration.process;

import org.practicereview.forms.FormName;

/** The forms that the demonstration gives otherwise than by doing a task. */
final class DemonstrationForms {

  static final FormName REFER_INCIDENT = new FormName("refer-incident");

  private DemonstrationForms() {}
}
