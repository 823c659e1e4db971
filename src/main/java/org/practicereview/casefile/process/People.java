package org.practicereview.casefile.process;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/** Who does a task, where that depends on the case: the candidate groups that models ask for. */
@ProcessBean("people")
public class People {

  private static final String NOTIFIES = "local-authority";
  private static final List<String> PARTNERS = List.of(NOTIFIES, "police", "health");
  private static final String PARTNER_ROLE = "safeguarding-partner-";

  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final Partnerships partnerships;

  People(CaseFiles cases, CaseAgencies agencies, Partnerships partnerships) {
    this.cases = cases;
    this.agencies = agencies;
    this.partnerships = partnerships;
  }

  /** The codes of the three statutory safeguarding partners (Children Act 2004, section 16E). */
  public List<String> partners() {
    return PARTNERS;
  }

  /** The role of the partner that variable {@code partner} names. */
  public String partner(DelegateExecution execution) {
    return PARTNER_ROLE + execution.getVariable("partner");
  }

  /** The roles of all three partners. */
  public String allPartners() {
    return PARTNERS.stream().map(PARTNER_ROLE::concat).collect(Collectors.joining(","));
  }

  /** The roles of the partners other than the one that variable {@code partner} names. */
  public String otherPartners(DelegateExecution execution) {
    return PARTNERS.stream()
        .filter(partner -> !partner.equals(execution.getVariable("partner")))
        .map(PARTNER_ROLE::concat)
        .collect(Collectors.joining(","));
  }

  /**
   * The roles that decide on a withdrawal of the notification that the partner in variable {@code
   * partner} asks for. The duty to notify is the local authority's (Children Act 2004, section
   * 16C), so nothing is withdrawn without it: it decides unless it has asked itself.
   */
  public String decideWithdrawal(DelegateExecution execution) {
    return NOTIFIES.equals(execution.getVariable("partner"))
        ? otherPartners(execution)
        : PARTNER_ROLE + NOTIFIES;
  }

  /** The codes of the agencies in the review: all that were asked, but for those not involved. */
  public List<String> agenciesInReview(DelegateExecution execution) {
    return agencies.of(execution.getProcessBusinessKey()).stream()
        .filter(CaseAgency::isInvolved)
        .map(CaseAgency::agency)
        .toList();
  }

  /** The groups of the people of all agencies in the review. */
  public String agenciesOfReview(DelegateExecution execution) {
    Partnership partnership =
        partnerships.get(cases.get(execution.getProcessBusinessKey()).partnership());
    return agenciesInReview(execution).stream()
        .map(partnership::agencyGroup)
        .collect(Collectors.joining(","));
  }

  /** The group of the people of the agency that variable {@code agency} names. */
  public String agency(DelegateExecution execution) {
    Partnership partnership =
        partnerships.get(cases.get(execution.getProcessBusinessKey()).partnership());
    return partnership.agencyGroup((String) execution.getVariable("agency"));
  }
}
