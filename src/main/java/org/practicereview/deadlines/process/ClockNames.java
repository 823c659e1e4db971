package org.practicereview.deadlines.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.engine.CaseScope;
import org.springframework.stereotype.Component;

/**
 * Which clock a place in a process means: that of its case, of its agency where the rule runs once
 * for each, or of the matter that the process works on. A process that works on a matter can only
 * mean clocks of that matter.
 */
@Component
class ClockNames {

  private final Rules rules;

  ClockNames(Rules rules) {
    this.rules = rules;
  }

  ClockName of(DelegateExecution execution, String rule) {
    boolean perAgency = rules.find(rule).map(Rule::perAgency).orElse(false);
    Object scope = execution.getVariable(perAgency ? CaseScope.AGENCY : CaseScope.MATTER);
    return new ClockName(
        execution.getProcessBusinessKey(), rule, scope == null ? "" : scope.toString());
  }

  /** What tells one clock from another. */
  record ClockName(String caseReference, String rule, String scope) {}
}
