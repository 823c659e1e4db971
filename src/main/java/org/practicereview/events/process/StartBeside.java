package org.practicereview.events.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Starts the process in the element's property {@code process} beside the journey, for the agency
 * that the step works for, if it works for one: what runs there goes on when the step's own process
 * has ended. With {@code alone} = {@code true} nothing is started where it runs in the case
 * already.
 */
@ProcessBean("startBeside")
class StartBeside implements JavaDelegate {

  private final RuntimeService runtime;
  private final BesideTheJourney beside;
  private final EngineIdentity identity;

  StartBeside(RuntimeService runtime, BesideTheJourney beside, EngineIdentity identity) {
    this.runtime = runtime;
    this.beside = beside;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    ElementProperties properties = ElementProperties.of(execution);
    String process = properties.required("process");
    boolean alone = properties.optional("alone").filter("true"::equals).isPresent();
    Map<String, Object> variables = new HashMap<>(Map.of("event", process));
    if (execution.getVariable("agency") instanceof String agency) {
      variables.put("agency", agency);
    }
    identity.asService(
        () ->
            alone && beside.runs(reference, process)
                ? null
                : runtime
                    .createMessageCorrelation(AnyTimeEvents.HAPPENED)
                    .processInstanceBusinessKey(reference)
                    .setVariablesToTriggeredScope(variables)
                    .correlateWithResult());
  }
}
