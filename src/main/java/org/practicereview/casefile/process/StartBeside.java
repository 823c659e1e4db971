package org.practicereview.casefile.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Starts the process in the element's property {@code process} beside the journey, for the agency
 * that the step works for: what runs there goes on when the step's own process has ended.
 */
@ProcessBean("startBeside")
class StartBeside implements JavaDelegate {

  private final RuntimeService runtime;
  private final EngineIdentity identity;

  StartBeside(RuntimeService runtime, EngineIdentity identity) {
    this.runtime = runtime;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String process = ElementProperties.of(execution).required("process");
    String agency = (String) execution.getVariable("agency");
    if (agency == null) {
      throw new IllegalStateException(
          "The step " + execution.getCurrentActivityId() + " does not work for an agency");
    }
    identity.asService(
        () ->
            runtime
                .createMessageCorrelation(AnyTimeEvents.HAPPENED)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .setVariablesToTriggeredScope(Map.of("event", process, "agency", agency))
                .correlateWithResult());
  }
}
