package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.REMOVAL_PLANNED_ON;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Mode;
import org.practicereview.publication.Preparation;

/** What gateways ask about the publication of a case. */
@ProcessBean("publicationSteps")
public class PublicationSteps {

  private static final List<String> RETURNED = List.of("returned", "returned-late");

  private final Preparation preparation;
  private final CaseFacts facts;
  private final CaseAgencies agencies;

  PublicationSteps(Preparation preparation, CaseFacts facts, CaseAgencies agencies) {
    this.preparation = preparation;
    this.facts = facts;
    this.agencies = agencies;
  }

  /** Whether there is anybody in the family to write to. */
  public boolean familyKnown(DelegateExecution execution) {
    return hasRowsToWriteTo(execution, FAMILY_CONTACTS.key());
  }

  /** Asked by cases that stand in an earlier version of the model; no form ever named them. */
  public boolean otherAreasKnown(DelegateExecution execution) {
    return hasRowsToWriteTo(execution, "outOfAreaPartnerships");
  }

  private boolean hasRowsToWriteTo(DelegateExecution execution, String fact) {
    return facts.of(execution.getProcessBusinessKey()).get(fact) instanceof List<?> rows
        && rows.stream().anyMatch(PublicationSteps::isWrittenTo);
  }

  private static boolean isWrittenTo(Object row) {
    return row instanceof Map<?, ?> cells
        && cells.entrySet().stream()
            .filter(cell -> String.valueOf(cell.getKey()).endsWith("WriteTo"))
            .allMatch(cell -> List.of("yes", "true").contains(String.valueOf(cell.getValue())));
  }

  /** Whether the report itself stands where everybody can read it with the partnership's name. */
  public boolean reportCanBeRead(DelegateExecution execution) {
    return preparation.mode(execution.getProcessBusinessKey()) == Mode.WEBSITE;
  }

  /** Whether the report itself is to be sealed. */
  public boolean reportIsSealed(DelegateExecution execution) {
    return preparation.mode(execution.getProcessBusinessKey()).keepsReportSealed();
  }

  /** Whether what was published is to be taken down some day. */
  public boolean isTakenDown(DelegateExecution execution) {
    return facts.date(execution.getProcessBusinessKey(), REMOVAL_PLANNED_ON.key()).isPresent();
  }

  /** The agencies that made a return in the rapid review, whose authors know the case. */
  public List<String> agenciesWithReturn(DelegateExecution execution) {
    return agencies.of(execution.getProcessBusinessKey()).stream()
        .filter(agency -> RETURNED.contains(agency.state()))
        .map(CaseAgency::agency)
        .toList();
  }
}
