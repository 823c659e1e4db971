package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which cases a person may see, as conditions of a statement over {@code review.case_file f}. The
 * rule is that of {@link CaseAccess}; a list asks it of the database, so that it reads no case that
 * it does not show.
 *
 * @param day the day on which they look (Europe/London): a naming for a time ends with its last day
 * @param userId their account
 * @param groups ids of their groups
 * @param tenants their partnerships
 * @param whole partnerships of which a role shows them every case
 * @param identity partnerships of which a role shows them who the children are
 * @param reviewer partnerships in which they are a reviewer, of the cases on which they are named
 * @param agencies groups of their agencies
 */
public record CaseReach(
    LocalDate day,
    String userId,
    List<String> groups,
    List<String> tenants,
    List<String> whole,
    List<String> identity,
    List<String> reviewer,
    List<String> agencies) {

  private static final String NAMED =
      """
      (f.state = 'open' and f.partnership in (:reviewer) and exists (
        select 1 from review.case_person n where n.case_reference = f.reference
          and n.user_id = :reader and n.named_as = 'lead-reviewer' and n.ended_at is null
          and (n.until_on is null or n.until_on >= :readOn)))""";

  /** They see its dates, its stage and all that is to be done. */
  public static final String HEADER = "(f.partnership in (:whole) or " + NAMED + ")";

  /** They may know who the child is. */
  public static final String IDENTITY = "(f.partnership in (:identity) or " + NAMED + ")";

  /** They may know that there is such a case. */
  public static final String SEEN =
      "("
          + HEADER
          + " or "
          + """
          exists (select 1 from review.case_agency g where g.case_reference = f.reference
            and (f.partnership || '.' || g.agency) in (:own)))""";

  /** What the conditions ask for, by name. No list is empty: a statement cannot hold one. */
  public Map<String, Object> params() {
    return Map.of(
        "readOn", day,
        "reader", userId,
        "groups", some(groups),
        "tenants", some(tenants),
        "whole", some(whole),
        "identity", some(identity),
        "reviewer", some(reviewer),
        "own", some(agencies));
  }

  private static List<String> some(List<String> names) {
    return Stream.concat(names.stream(), Stream.of("-")).toList();
  }
}
