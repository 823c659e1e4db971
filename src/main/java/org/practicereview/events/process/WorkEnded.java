package org.practicereview.events.process;

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

/**
 * Tells a case that waits to be closed whenever a process of it has ended, so that it looks again.
 * It holds for the models of running cases too; no model has to say more.
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

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::tell);
  }

  private void tell(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    // What is cancelled ends with the whole case.
    if (reference == null || reference.isEmpty() || execution.isCanceled()) {
      return;
    }
    audit.getObject().oneAtATime(reference);
    MessageCorrelationBuilder waiting =
        execution
            .getProcessEngineServices()
            .getRuntimeService()
            .createMessageCorrelation(WORK_ENDED)
            .processInstanceBusinessKey(reference);
    identity.getObject().asService(waiting::correlateAllWithResult);
  }
}
