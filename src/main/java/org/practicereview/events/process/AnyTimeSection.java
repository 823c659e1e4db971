package org.practicereview.events.process;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** What a person may start in a case at any time. */
@Component
class AnyTimeSection implements CaseSection {

  private final AnyTimeEvents events;

  AnyTimeSection(AnyTimeEvents events) {
    this.events = events;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    return Map.of(
        "anyTime", view.file().isOpen() ? events.of(view.reference(), view.roles()) : List.of());
  }
}
