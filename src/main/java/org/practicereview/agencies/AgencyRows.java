package org.practicereview.agencies;

import static org.practicereview.agencies.AgencyQuestions.AGENCY_COMMITMENTS;
import static org.practicereview.agencies.AgencyQuestions.COMMITMENT_AGENCY;
import static org.practicereview.agencies.AgencyQuestions.CONFLICT_AGENCY;
import static org.practicereview.agencies.AgencyQuestions.CONFLICT_CHECKS;
import static org.practicereview.agencies.AgencyQuestions.REVIEW_AGENCIES;
import static org.practicereview.agencies.AgencyQuestions.REVIEW_AGENCY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * One row for each agency that is involved in a case, for forms that ask something of each: whether
 * a reviewer has a conflict of interest there, what is asked of it in the review, and what it
 * commits itself to. The rows carry no answers: those about an earlier reviewer say nothing of the
 * next.
 */
@Component
class AgencyRows implements MoreFacts {

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  AgencyRows(CaseAgencies agencies, CaseFiles cases, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(CONFLICT_CHECKS.key(), REVIEW_AGENCIES.key(), AGENCY_COMMITMENTS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<String> names =
        agencies.of(caseReference).stream()
            .filter(CaseAgency::isInvolved)
            .map(agency -> partnership.agency(agency.agency()).name())
            .toList();
    return names.isEmpty()
        ? Map.of()
        : Map.of(
            CONFLICT_CHECKS.key(), rows(CONFLICT_AGENCY.key(), names),
            REVIEW_AGENCIES.key(), rows(REVIEW_AGENCY.key(), names),
            AGENCY_COMMITMENTS.key(), rows(COMMITMENT_AGENCY.key(), names));
  }

  private static List<Map<String, String>> rows(String column, List<String> names) {
    return names.stream().map(name -> Map.of(column, name)).toList();
  }
}
