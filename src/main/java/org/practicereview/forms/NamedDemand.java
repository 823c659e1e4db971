package org.practicereview.forms;

import java.util.Map;
import java.util.function.BiFunction;

/** A demand made of its name and what it checks. */
record NamedDemand(
    String name, BiFunction<String, Map<String, Object>, Map<String, String>> problems)
    implements FormDemand {

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return problems.apply(caseReference, answers);
  }
}
