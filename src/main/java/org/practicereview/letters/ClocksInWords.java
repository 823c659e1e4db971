package org.practicereview.letters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.springframework.stereotype.Component;

@Component
class ClocksInWords implements ClockFacts {

  private final Clocks clocks;

  ClocksInWords(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> words = new HashMap<>();
    for (Deadline deadline : clocks.of(caseReference)) {
      if (deadline.scope().isEmpty() || deadline.scope().equals(scope)) {
        words.put(
            deadline.rule().id(),
            Map.of(
                "name", deadline.rule().name(),
                "dueOn", PlainFacts.weekday(deadline.dueOn()),
                "newDate",
                    Optional.ofNullable(deadline.explainedUntil())
                        .map(PlainFacts::weekday)
                        .orElse(""),
                "state", deadline.stateInWords()));
      }
    }
    return words;
  }
}
