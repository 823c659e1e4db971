package org.practicereview.events.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Gives the message in the element's property {@code message} to whatever waits for it in the same
 * case, and for the same agency where the step works for one. Where nothing waits any more, nothing
 * happens.
 */
@ProcessBean("tell")
class Tell implements JavaDelegate {

  private final AuditTrail audit;
  private final RuntimeService runtime;
  private final EngineIdentity identity;

  Tell(AuditTrail audit, RuntimeService runtime, EngineIdentity identity) {
    this.audit = audit;
    this.runtime = runtime;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    audit.oneAtATime(execution.getProcessBusinessKey());
    String message = ElementProperties.of(execution).required("message");
    MessageCorrelationBuilder waiting =
        runtime
            .createMessageCorrelation(message)
            .processInstanceBusinessKey(execution.getProcessBusinessKey());
    if (execution.getVariable("agency") instanceof String agency) {
      waiting.processInstanceVariableEquals("agency", agency);
    }
    identity.asService(waiting::correlateAllWithResult);
  }
}
