package org.practicereview.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Who can be asked to answer a question of the Panel: some roles, and the agencies of the case. */
@Component
public class QuestionOwners {

  private static final String MANAGER = "business-manager";
  private static final String HEAD = "head-of-safeguarding";
  private static final Map<String, String> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put(MANAGER, "Business manager");
    ROLES.put(HEAD, "Head of safeguarding");
    ROLES.put("safeguarding-partner-local-authority", "Safeguarding partner, local authority");
    ROLES.put("safeguarding-partner-police", "Safeguarding partner, police");
    ROLES.put("safeguarding-partner-health", "Safeguarding partner, health");
  }

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  QuestionOwners(CaseAgencies agencies, CaseFiles cases, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** Each owner that can be chosen in a case, with its name. */
  List<Map<String, String>> choices(String caseReference) {
    List<Map<String, String>> choices = new ArrayList<>();
    Partnership partnership = partnership(caseReference);
    ROLES.forEach(
        (id, name) -> choices.add(Map.of("value", id, "label", partnership.words().in(name))));
    agencies.of(caseReference).stream()
        .map(CaseAgency::agency)
        .map(partnership::agency)
        .forEach(agency -> choices.add(Map.of("value", agency.code(), "label", agency.name())));
    return choices;
  }

  /** The candidate group of an owner; who is not known any more leaves it to the manager. */
  public String group(String caseReference, String owner) {
    if (ROLES.containsKey(owner)) {
      return owner;
    }
    return isAgency(caseReference, owner) ? partnership(caseReference).agencyGroup(owner) : MANAGER;
  }

  /** The role that approves the answers of an owner: someone else. */
  public String approver(String owner) {
    return HEAD.equals(owner) ? MANAGER : HEAD;
  }

  /** An owner as the letter names them. */
  String name(String caseReference, String owner) {
    return isAgency(caseReference, owner)
        ? partnership(caseReference).agency(owner).name()
        : partnership(caseReference).words().in(ROLES.getOrDefault(owner, ROLES.get(MANAGER)));
  }

  private boolean isAgency(String caseReference, String owner) {
    return agencies.of(caseReference).stream().anyMatch(one -> one.agency().equals(owner));
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }
}
