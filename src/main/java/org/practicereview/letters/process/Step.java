package org.practicereview.letters.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;

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

  /** The agency that the process works for, or empty. */
  String scope() {
    return Optional.ofNullable(execution.getVariable("agency")).map(Object::toString).orElse("");
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
