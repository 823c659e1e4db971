package org.practicereview.deadlines.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Starts the clock in the element's property {@code clock} from the date that its rule names, or,
 * with {@code from} = {@code today}, from today. With {@code due} it is due on the day in the fact
 * of that key, which a person has named.
 */
@ProcessBean("startClock")
class StartClock implements JavaDelegate {

  private final Clocks clocks;
  private final ClockNames names;
  private final EngineIdentity identity;
  private final Clock time;

  StartClock(Clocks clocks, ClockNames names, EngineIdentity identity, Clock time) {
    this.clocks = clocks;
    this.names = names;
    this.identity = identity;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ElementProperties properties = ElementProperties.of(execution);
    ClockName name = names.of(execution, properties.required("clock"));
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    Optional<String> due = properties.optional("due");
    if (due.isPresent()) {
      clocks.startDueOn(name, due.get(), by);
    } else if (properties.optional("from").filter("today"::equals).isPresent()) {
      LocalDate today = LocalDate.ofInstant(time.instant(), WorkingDayCalendar.ZONE);
      clocks.start(name, today, by);
    } else {
      clocks.start(name, by);
    }
  }
}
