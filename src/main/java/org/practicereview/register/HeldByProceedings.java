package org.practicereview.register;

import java.util.List;
import org.practicereview.publication.PublicationHold;
import org.springframework.stereotype.Component;

/** Nothing of a case is published while proceedings beside it hold publication. */
@Component
class HeldByProceedings implements PublicationHold {

  private final ParallelProceedings proceedings;

  HeldByProceedings(ParallelProceedings proceedings) {
    this.proceedings = proceedings;
  }

  @Override
  public List<String> reasons(String caseReference) {
    return proceedings.activeHolds(caseReference).stream()
        .map(hold -> "Publication is held for " + ParallelProceedings.words(hold.proceedings()))
        .toList();
  }
}
