package org.practicereview.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

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

  /**
   * A demand that asks about the case as a whole.
   *
   * @param name as models call it
   * @param problems from the reference of the case and the answers given to what is wrong, by field
   */
  static FormDemand of(
      String name, BiFunction<String, Map<String, Object>, Map<String, String>> problems) {
    return new NamedDemand(name, problems);
  }

  /** The same, of a rule that adds what is wrong. */
  static FormDemand of(String name, Rule rule) {
    return of(
        name,
        (caseReference, answers) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          rule.check(caseReference, answers, wrong);
          return wrong;
        });
  }

  /** Looks at the answers, and adds what is wrong to a map, by field. */
  interface Rule {

    /** Checks. */
    void check(String caseReference, Map<String, Object> answers, Map<String, String> wrong);
  }
}
