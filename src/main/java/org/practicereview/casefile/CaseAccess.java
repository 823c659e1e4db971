package org.practicereview.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.practicereview.partnership.Agency;
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
  private static final Set<String> CLOSED = Set.of("SEALED", "REVIEWER_ONLY");

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

    /**
     * Whether the person may open a file; what is sealed, or a reviewer's own, opens for nobody.
     */
    public boolean mayRead(Document document) {
      return !CLOSED.contains(document.accessClass())
          && (identity || agencies.contains(document.scope()));
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

  /** A case, and what somebody may see of it. */
  public record Seen(CaseFile file, Sight sight) {}

  /** The cases of which somebody may see anything, newest first in each partnership. */
  public List<Seen> visible(Collection<String> groups, Collection<String> tenants) {
    return tenants.stream().flatMap(tenant -> visible(partnerships.get(tenant), groups)).toList();
  }

  private Stream<Seen> visible(Partnership partnership, Collection<String> groups) {
    Sight sight = sight(groups, own(partnership, groups));
    Set<String> asked =
        sight.header() ? Set.of() : agencies.casesOf(partnership.id(), sight.agencies());
    return cases.of(partnership.id()).stream()
        .filter(caseFile -> sight.header() || asked.contains(caseFile.reference()))
        .map(caseFile -> new Seen(caseFile, sight));
  }

  private Sight sight(CaseFile caseFile, Collection<String> groups, Collection<String> tenants) {
    if (!tenants.contains(caseFile.partnership())) {
      return new Sight(false, false, false, List.of());
    }
    List<String> own = own(partnerships.get(caseFile.partnership()), groups);
    return sight(
        groups,
        agencies.of(caseFile.reference()).stream()
            .map(CaseAgency::agency)
            .filter(own::contains)
            .toList());
  }

  private static List<String> own(Partnership partnership, Collection<String> groups) {
    return partnership.agencies().stream()
        .map(Agency::code)
        .filter(agency -> groups.contains(partnership.agencyGroup(agency)))
        .toList();
  }

  private static Sight sight(Collection<String> groups, List<String> agencies) {
    boolean identity = groups.stream().anyMatch(IDENTITY::contains);
    return new Sight(
        identity || groups.stream().anyMatch(HEADER::contains),
        identity || groups.stream().anyMatch(LETTERS::contains),
        identity,
        agencies);
  }
}
