package org.practicereview.events.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/** Whether something runs beside the journey of a case: what models ask of it. */
@ProcessBean("beside")
public class BesideTheJourney {

  private final RuntimeService runtime;
  private final EngineIdentity identity;

  BesideTheJourney(RuntimeService runtime, EngineIdentity identity) {
    this.runtime = runtime;
    this.identity = identity;
  }

  /** Whether this process runs in the case of the execution. */
  public boolean runs(DelegateExecution execution, String process) {
    return identity.asService(() -> runs(execution.getProcessBusinessKey(), process));
  }

  boolean runs(String caseReference, String process) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(caseReference)
            .count()
        > 0;
  }
}
