package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.forms.Scope;

/**
 * One step of one case: who takes it, and for which agency.
 *
 * @param execution where the process stands
 */
record Step(DelegateExecution execution, EngineIdentity identity) {

  /** The person behind it, or the service itself. */
  String by() {
    return identity.user().orElse(AuditTrail.SYSTEM);
  }

  /** The agency or other part of the case that the process works for, or empty. */
  String scope() {
    return Scope.ofWork(execution::getVariable);
  }

  /**
   * What makes this step this step: run twice after a node was killed, it has the same key or has
   * left nothing behind.
   */
  String key(String letter) {
    return String.join(
        ":", execution.getProcessInstanceId(), execution.getActivityInstanceId(), letter);
  }
}
