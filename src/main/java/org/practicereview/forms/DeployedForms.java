package org.practicereview.forms;

import java.util.Map;

/** The forms that tasks show at present, whoever deployed them. */
public interface DeployedForms {

  /** The latest version of every form, by its id. */
  Map<String, FormSchema> latest();
}
