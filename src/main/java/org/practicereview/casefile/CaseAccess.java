package org.practicereview.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;

/**
 * Who may see what of a case. Denied unless a line here allows it: by role within the case's
 * partnership, and for people of an agency by their agency having been asked in the case.
 */
@Service
public class CaseAccess {

  private static final Set<String> IDENTITY =
      Set.of(
          "business-manager",
          "head-of-safeguarding",
          "safeguarding-partner-local-authority",
          "safeguarding-partner-police",
          "safeguarding-partner-health");
  private static final Set<String> HEADER =
      Set.of("executive", "sub-group", "learning-lead", "manager", "auditor");
  private static final Set<String> LETTERS = Set.of("auditor");

  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final Partnerships partnerships;

  CaseAccess(CaseFiles cases, CaseAgencies agencies, Partnerships partnerships) {
    this.cases = cases;
    this.agencies = agencies;
    this.partnerships = partnerships;
  }

  /**
   * What a person may see of a case.
   *
   * @param header reference, stage, dates, clocks and the trail
   * @param letters the register of letters, without their content
   * @param identity who the child and the family are: answers, letters and documents
   * @param agencies agencies whose own part the person may see
   */
  public record Sight(boolean header, boolean letters, boolean identity, List<String> agencies) {

    /** Whether the person may know that the case exists. */
    public boolean any() {
      return header || !agencies.isEmpty();
    }
  }

  /**
   * What somebody may see of a case.
   *
   * @param groups their role and agency groups
   * @param tenants their partnerships
   * @throws UnknownCase if there is no such case, or they may see nothing of it: the two must not
   *     be told apart
   */
  public Sight sight(String reference, Collection<String> groups, Collection<String> tenants) {
    CaseFile caseFile = cases.get(reference);
    Sight sight = sight(caseFile, groups, tenants);
    if (!sight.any()) {
      throw new UnknownCase(reference);
    }
    return sight;
  }

  /** The cases of which somebody may see anything, newest first. */
  public List<CaseFile> visible(Collection<String> groups, Collection<String> tenants) {
    return tenants.stream()
        .flatMap(tenant -> cases.of(tenant).stream())
        .filter(caseFile -> sight(caseFile, groups, tenants).any())
        .toList();
  }

  private Sight sight(CaseFile caseFile, Collection<String> groups, Collection<String> tenants) {
    if (!tenants.contains(caseFile.partnership())) {
      return new Sight(false, false, false, List.of());
    }
    Partnership partnership = partnerships.get(caseFile.partnership());
    List<String> own =
        agencies.of(caseFile.reference()).stream()
            .map(CaseAgency::agency)
            .filter(agency -> groups.contains(partnership.agencyGroup(agency)))
            .toList();
    boolean identity = groups.stream().anyMatch(IDENTITY::contains);
    return new Sight(
        identity || groups.stream().anyMatch(HEADER::contains),
        identity || groups.stream().anyMatch(LETTERS::contains),
        identity,
        own);
  }
}
