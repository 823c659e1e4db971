package org.practicereview.casefile.process;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * One row for each agency that is involved in a case, for the check whether a reviewer has a
 * conflict of interest there. The rows carry no answers: those of an earlier reviewer say nothing
 * of the next.
 */
@Component
class AgenciesToCheck implements MoreFacts {

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  AgenciesToCheck(CaseAgencies agencies, CaseFiles cases, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<Map<String, Object>> rows =
        agencies.of(caseReference).stream()
            .filter(agency -> !agency.state().equals("not-involved"))
            .map(CaseAgency::agency)
            .map(code -> Map.<String, Object>of("conflictAgency", partnership.agency(code).name()))
            .toList();
    return rows.isEmpty() ? Map.of() : Map.of("conflictChecks", rows);
  }
}
