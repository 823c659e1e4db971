package org.practicereview.reviewteam.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.reviewteam.Appointments;
import org.springframework.stereotype.Component;

/** Reads from the engine which agencies are about to name a member. */
@Component
class RunningAppointments implements Appointments {

  private final RuntimeService runtime;
  private final EngineIdentity identity;

  RunningAppointments(RuntimeService runtime, EngineIdentity identity) {
    this.runtime = runtime;
    this.identity = identity;
  }

  @Override
  public List<String> underWay(String caseReference) {
    return identity.asService(
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference, "member-appointment")
                .list()
                .stream()
                .map(one -> String.valueOf(runtime.getVariable(one.getId(), "agency")))
                .toList());
  }
}
