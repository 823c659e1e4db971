package org.practicereview.deadlines.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.springframework.stereotype.Component;

/**
 * Which clock a place in a process means: that of its case, and of its agency where there is one.
 */
@Component
class ClockNames {

  private static final String AGENCY = "agency";

  private final Rules rules;

  ClockNames(Rules rules) {
    this.rules = rules;
  }

  ClockName of(DelegateExecution execution, String rule) {
    boolean perAgency = rules.find(rule).map(Rule::perAgency).orElse(false);
    String scope =
        perAgency
            ? Optional.ofNullable(execution.getVariable(AGENCY)).map(Object::toString).orElse("")
            : "";
    return new ClockName(execution.getProcessBusinessKey(), rule, scope);
  }

  /** What tells one clock from another. */
  record ClockName(String caseReference, String rule, String scope) {}
}
