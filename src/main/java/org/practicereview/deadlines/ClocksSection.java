package org.practicereview.deadlines;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** The clocks of a case, each with its explanation. */
@Component
class ClocksSection implements CaseSection {

  private final Clocks clocks;

  ClocksSection(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    Map<Boolean, List<Explanation>> explained =
        clocks
            .explain(
                clocks.of(view.reference()).stream()
                    .filter(clock -> view.seesPartOf(clock.scope()))
                    .toList())
            .stream()
            .collect(Collectors.partitioningBy(item -> item.deadline().isOpen()));
    return Map.of(
        "open", explained.get(true),
        "ended", explained.get(false),
        "clockRoles", ClockRoles.of(view.partnership()));
  }
}
