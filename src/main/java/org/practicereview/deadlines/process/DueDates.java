package org.practicereview.deadlines.process;

import java.util.HashMap;
import java.util.Map;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/** Lets forms show when something is due: fact {@code clock:<rule>} for every clock of the case. */
@Component
class DueDates implements MoreFacts {

  private final Clocks clocks;

  DueDates(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> facts = new HashMap<>();
    for (Deadline deadline : clocks.of(caseReference)) {
      if (deadline.scope().isEmpty() || deadline.scope().equals(scope)) {
        facts.put("clock:" + deadline.rule().id(), deadline.dueOn().toString());
      }
    }
    return facts;
  }
}
