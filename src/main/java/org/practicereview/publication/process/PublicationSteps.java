package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.RECORD_NSPCC;
import static org.practicereview.publication.PublicationQuestions.REMOVAL_PLANNED_ON;
import static org.practicereview.publication.PublicationQuestions.SUBMIT_TO_NSPCC;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.ReturnState;
import org.practicereview.casefile.Seals;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.AgreedPublication;
import org.practicereview.publication.FamilyReading;
import org.practicereview.publication.HoldNews;
import org.practicereview.publication.Mode;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.Publications;

/** What gateways ask about the publication of a case. */
@ProcessBean("publicationSteps")
public class PublicationSteps {

  private static final Set<ReturnState> RETURNED =
      EnumSet.of(ReturnState.RETURNED, ReturnState.RETURNED_LATE);

  private final Preparation preparation;
  private final Publications publications;
  private final HoldNews holds;
  private final CaseFacts facts;
  private final Answers answers;
  private final Seals seals;
  private final CaseAgencies agencies;
  private final AgreedPublication agreed;
  private final FamilyReading reading;

  PublicationSteps(
      Preparation preparation,
      Publications publications,
      HoldNews holds,
      CaseFacts facts,
      Answers answers,
      Seals seals,
      CaseAgencies agencies,
      AgreedPublication agreed,
      FamilyReading reading) {
    this.preparation = preparation;
    this.publications = publications;
    this.holds = holds;
    this.facts = facts;
    this.answers = answers;
    this.seals = seals;
    this.agencies = agencies;
    this.agreed = agreed;
    this.reading = reading;
  }

  /** Whether the day or the media statement is another than the executive agreed. */
  public boolean departsFromSignOff(DelegateExecution execution) {
    return agreed.isChanged(execution.getProcessBusinessKey());
  }

  /** Whether the case file knows anyone of the family. */
  public boolean familyRecorded(DelegateExecution execution) {
    return reading.isFamilyKnown(execution.getProcessBusinessKey());
  }

  /** Whether there is anyone in the family who did not ask to be left alone. */
  public boolean somebodyToTell(DelegateExecution execution) {
    return !reading.toTell(execution.getProcessBusinessKey()).isEmpty();
  }

  /** Whether there is anyone in the family, or a child, who gets a letter. */
  public boolean familyOrChildToTell(DelegateExecution execution) {
    return somebodyToTell(execution)
        || !reading.childrenToTell(execution.getProcessBusinessKey()).isEmpty();
  }

  /** Whether everyone of the family knows, and has read the report or did not want to. */
  public boolean familyHasRead(DelegateExecution execution) {
    return reading.isComplete(execution.getProcessBusinessKey());
  }

  /** Whether something holds publication. */
  public boolean held(DelegateExecution execution) {
    return holds.isHeld(execution.getProcessBusinessKey());
  }

  /** Whether those who were told a day are to hear that publication waits. */
  public boolean holdToBeTold(DelegateExecution execution) {
    return holds.holdToBeTold(execution.getProcessBusinessKey());
  }

  /** Whether anyone of the family was told a day, and is to hear of the hold or its lifting. */
  public boolean familyToldTheDay(DelegateExecution execution) {
    return holds.familyToBeTold(execution.getProcessBusinessKey());
  }

  /** Whether those who heard that it waits are to hear that it need not any longer. */
  public boolean liftingToBeTold(DelegateExecution execution) {
    return holds.liftingToBeTold(execution.getProcessBusinessKey());
  }

  /** Asked by journeys that began before everyone of the family was told. */
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

  /** Whether the report itself stands where everyone can read it with the partnership's name. */
  public boolean reportCanBeRead(DelegateExecution execution) {
    return preparation.mode(execution.getProcessBusinessKey()) == Mode.WEBSITE;
  }

  /** Whether nothing about the review may tell the place. */
  public boolean placeKeptBack(DelegateExecution execution) {
    return preparation.isPlaceKeptBack(execution.getProcessBusinessKey());
  }

  /** Whether the NSPCC alone publishes the report, in a version of its own. */
  public boolean publishedWithoutPlace(DelegateExecution execution) {
    return preparation.mode(execution.getProcessBusinessKey()).namesNoPlace();
  }

  /** Whether not the report is published but what is to improve. */
  public boolean onlyImprovements(DelegateExecution execution) {
    return preparation.mode(execution.getProcessBusinessKey()) == Mode.IMPROVEMENTS;
  }

  /** Whether what was published goes to the NSPCC and was not handed in before. */
  public boolean goesToNspcc(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    boolean planned =
        switch (preparation.mode(reference)) {
          case NSPCC -> true;
          case WEBSITE -> SUBMIT_TO_NSPCC.in(facts.of(reference));
          default -> false;
        };
    return planned && answers.latest(reference, RECORD_NSPCC.id(), "").isEmpty();
  }

  /** Whether the report itself is to be sealed and is not yet. */
  public boolean reportIsSealed(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    return preparation.mode(reference).keepsReportSealed() && !seals.isSealed(reference);
  }

  /** Whether the report, or what stands in its place, is on the public pages. */
  public boolean stands(DelegateExecution execution) {
    return publications.ofCase(execution.getProcessBusinessKey()).stream()
        .anyMatch(item -> !item.isBrief() && !item.isRemoved());
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
