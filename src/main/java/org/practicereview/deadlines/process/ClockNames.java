package org.practicereview.deadlines.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Component;

/**
 * Which clock a place in a process means: that of its case, or of the agency or other part of it.
 */
@Component
class ClockNames {

  private final Rules rules;

  ClockNames(Rules rules) {
    this.rules = rules;
  }

  ClockName of(DelegateExecution execution, String rule) {
    boolean perAgency = rules.find(rule).map(Rule::perAgency).orElse(false);
    String scope = perAgency ? Scope.ofWork(execution::getVariable) : "";
    return new ClockName(execution.getProcessBusinessKey(), rule, scope);
  }
}
