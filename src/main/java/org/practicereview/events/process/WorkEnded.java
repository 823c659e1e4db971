package org.practicereview.events.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.OnEveryModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a case that waits to be closed whenever a process of it has ended or was cancelled, so that
 * it looks again. It holds for the models of running cases too; no model has to say more.
 */
@Component
class WorkEnded extends OnEveryModel {

  private static final String WORK_ENDED = "case.workEnded";

  // The engine is built before what keeps the trail can ask it anything.
  private final ObjectProvider<AuditTrail> audit;
  private final ObjectProvider<EngineIdentity> identity;

  WorkEnded(ObjectProvider<AuditTrail> audit, ObjectProvider<EngineIdentity> identity) {
    this.audit = audit;
    this.identity = identity;
  }

  /** Built in: an administrator who cancels a process in Cockpit may skip every other listener. */
  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
  }

  private void ended(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    if (reference == null || reference.isEmpty()) {
      return;
    }
    RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
    if (execution.isCanceled()) {
      // What waits may be about to be cancelled as well. At the end the engine knows.
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
              tell(runtime, reference);
            }
          });
    } else {
      tell(runtime, reference);
    }
  }

  private void tell(RuntimeService runtime, String reference) {
    audit.getObject().oneAtATime(reference);
    MessageCorrelationBuilder waiting =
        runtime.createMessageCorrelation(WORK_ENDED).processInstanceBusinessKey(reference);
    identity.getObject().asService(waiting::correlateAllWithResult);
  }
}
