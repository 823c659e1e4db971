package org.practicereview.absence;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Who covers for whom on a case, for those who see who is named on it. */
@Component
class NamedCoverSection implements CaseSection {

  private final NamedCovers covers;

  NamedCoverSection(NamedCovers covers) {
    this.covers = covers;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    return Map.of("namedCovers", view.sight().identity() ? covers.of(view.reference()) : List.of());
  }
}
