package org.practicereview.events.process;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Whether something runs beside the journey of a case: what models ask of it. A model that then
 * waits for a message does so in the same transaction, and the message is given under the same
 * lock: it comes either before the question or after the waiting began, and is never lost.
 */
@ProcessBean("beside")
public class BesideTheJourney {

  /** Work of single agencies that no one needs once a case is ready to close. It ends then. */
  private static final Set<String> NOT_WAITED_FOR =
      Set.of("agency-return", "write-chronology", "papers-to-read", "practitioner-contact");

  private final AuditTrail audit;
  private final RuntimeService runtime;
  private final EngineIdentity identity;

  BesideTheJourney(AuditTrail audit, RuntimeService runtime, EngineIdentity identity) {
    this.audit = audit;
    this.runtime = runtime;
    this.identity = identity;
  }

  /** Whether this process runs in the case of the execution. */
  public boolean runs(DelegateExecution execution, String process) {
    audit.oneAtATime(execution.getProcessBusinessKey());
    return identity.asService(() -> runs(execution.getProcessBusinessKey(), process));
  }

  /** Whether anything runs in the case of the execution beside the step that asks. */
  public boolean anythingOpen(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    audit.oneAtATime(reference);
    return identity.asService(() -> anythingBut(asking(execution), reference));
  }

  private boolean anythingBut(Set<String> asking, String caseReference) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseReference)
        .list()
        .stream()
        .filter(one -> !NOT_WAITED_FOR.contains(one.getProcessDefinitionKey()))
        .anyMatch(one -> !asking.contains(one.getId()));
  }

  /** The process that asks, and those that called it. */
  private Set<String> asking(DelegateExecution execution) {
    Set<String> asking = new HashSet<>();
    String id = execution.getProcessInstanceId();
    while (asking.add(id)) {
      ProcessInstance caller =
          runtime.createProcessInstanceQuery().subProcessInstanceId(id).singleResult();
      id = caller == null ? id : caller.getId();
    }
    return asking;
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
