package org.practicereview.absence;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Who covers for whom on a case, for those who see who is named on it. */
@Component
class NamedCoverSection implements CaseSection {

  private final NamedCovers covers;
  private final CasePeople people;

  NamedCoverSection(NamedCovers covers, CasePeople people) {
    this.covers = covers;
    this.people = people;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    // Where no one is named, no one is covered: then nothing more is read for the page.
    boolean covered =
        view.sight().identity()
            && people.of(view.reference()).stream().anyMatch(CasePerson::isNamed);
    return Map.of("namedCovers", covered ? covers.of(view.reference()) : List.of());
  }
}
