package org.practicereview.deadlines.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;

/**
 * Cancels the open clocks of the case that the element's property {@code clocks} lists, or all of
 * them; property {@code reason} says why. A process that works for one agency or item cancels of
 * the listed clocks its own.
 */
@ProcessBean("cancelClocks")
class CancelClocks implements JavaDelegate {

  private final Clocks clocks;
  private final EngineIdentity identity;

  CancelClocks(Clocks clocks, EngineIdentity identity) {
    this.clocks = clocks;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ElementProperties properties = ElementProperties.of(execution);
    String reference = execution.getProcessBusinessKey();
    String reason = properties.required("reason");
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    List<String> rules = properties.list("clocks");
    String own = rules.isEmpty() ? "" : Scope.ofWork(execution::getVariable);
    clocks.of(reference).stream()
        .filter(Deadline::isOpen)
        .filter(deadline -> rules.isEmpty() || rules.contains(deadline.rule().id()))
        .filter(deadline -> own.isEmpty() || Set.of("", own).contains(deadline.scope()))
        .forEach(
            deadline ->
                clocks.cancel(
                    new ClockName(reference, deadline.rule().id(), deadline.scope()), reason, by));
  }
}
