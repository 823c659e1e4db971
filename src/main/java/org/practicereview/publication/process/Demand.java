package org.practicereview.publication.process;

import java.util.Map;
import java.util.function.BiFunction;
import org.practicereview.forms.FormDemand;

/**
 * A demand that asks about the case as a whole.
 *
 * @param name as models call it
 * @param problems from the reference of the case and the answers given to what is wrong, by field
 */
record Demand(String name, BiFunction<String, Map<String, Object>, Map<String, String>> problems)
    implements FormDemand {

  static FormDemand of(
      String name, BiFunction<String, Map<String, Object>, Map<String, String>> problems) {
    return new Demand(name, problems);
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return problems.apply(caseReference, answers);
  }
}
