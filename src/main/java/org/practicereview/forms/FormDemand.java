package org.practicereview.forms;

import java.util.Map;

/**
 * What another building block demands of the answers to a form, where the rules in the form file do
 * not reach: a date that depends on the calendar, a file that must be readable. A model asks for it
 * with the property {@code demands} of the user task.
 */
public interface FormDemand {

  /** The name by which models ask for it, in camelCase. */
  String name();

  /**
   * What is wrong with answers that keep all rules of the form, in plain words.
   *
   * @param scope agency or partner the form is for, or empty
   * @param answers by field key; files still with their content
   * @return by field key, empty if nothing is wrong
   */
  Map<String, String> problems(String caseReference, String scope, Map<String, Object> answers);
}
