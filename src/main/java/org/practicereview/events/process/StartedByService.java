package org.practicereview.events.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.practicereview.engine.EngineIdentity;
import org.springframework.stereotype.Service;

/** What the service itself starts beside the journey of a case, and tells it later. */
@Service
public class StartedByService {

  private final RuntimeService runtime;
  private final BesideTheJourney beside;
  private final EngineIdentity identity;

  StartedByService(RuntimeService runtime, BesideTheJourney beside, EngineIdentity identity) {
    this.runtime = runtime;
    this.beside = beside;
    this.identity = identity;
  }

  /** Starts a process in an open case. */
  public void start(String caseReference, String process) {
    identity.asService(
        () ->
            runtime
                .createMessageCorrelation(AnyTimeEvents.HAPPENED)
                .processInstanceBusinessKey(caseReference)
                .setVariablesToTriggeredScope(Map.of("event", process))
                .correlateWithResult());
  }

  /** Gives a message to everything in a case that waits for it, if anything does. */
  public void tell(String caseReference, String message) {
    identity.asService(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(caseReference)
                .correlateAllWithResult());
  }

  /** Starts a process of a partnership that belongs to no case. */
  public void startOutside(String partnership, String process) {
    identity.asServiceOf(partnership, () -> runtime.startProcessInstanceByKey(process));
  }

  /** Gives a message to a process of a partnership that belongs to no case. */
  public void tellOutside(String partnership, String process, String message) {
    identity.asService(
        () ->
            outside(partnership, process).stream()
                .map(
                    one ->
                        runtime
                            .createMessageCorrelation(message)
                            .processInstanceId(one.getId())
                            .correlateWithResult())
                .toList());
  }

  /** Whether a process of a partnership runs that belongs to no case. */
  public boolean runsOutside(String partnership, String process) {
    return identity.asService(() -> !outside(partnership, process).isEmpty());
  }

  private List<ProcessInstance> outside(String partnership, String process) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .tenantIdIn(partnership)
        .list();
  }

  /** Whether a process runs in a case. */
  public boolean runs(String caseReference, String process) {
    return identity.asService(() -> beside.runs(caseReference, process));
  }

  /** The references of all cases in which a process runs. */
  public List<String> casesWith(String process) {
    return identity.asService(
        () ->
            runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .distinct()
                .toList());
  }
}
