package org.practicereview.agencies;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Which agencies were asked, and which can still be. */
@Component
class AgenciesSection implements CaseSection {

  private final CaseAgencies agencies;

  AgenciesSection(CaseAgencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    List<CaseAgency> asked = agencies.of(view.reference());
    Set<String> codes = asked.stream().map(CaseAgency::agency).collect(Collectors.toSet());
    return Map.of(
        "agencies",
        asked.stream().filter(agency -> view.seesPartOf(agency.agency())).toList(),
        "askable",
        view.partnership().agencies().stream()
            .filter(agency -> !codes.contains(agency.code()))
            .toList());
  }
}
