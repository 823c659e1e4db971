package org.practicereview.agencies.process;

import static org.practicereview.agencies.AgencyQuestions.AGENCY_ASKED_ON;
import static org.practicereview.agencies.AgencyQuestions.NOTIFICATION_SENT_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks agencies for information, at once or later while a review runs. */
@Service
public class AgencyRequests {

  /** The message by which the journey starts the return of one agency. */
  private static final String AGENCY_ASKED = "rapidreview.agencyAsked";

  private final CaseAgencies agencies;
  private final Answers answers;
  private final CaseFacts facts;
  private final RuntimeService runtime;
  private final EngineIdentity identity;
  private final Clock clock;

  AgencyRequests(
      CaseAgencies agencies,
      Answers answers,
      CaseFacts facts,
      RuntimeService runtime,
      EngineIdentity identity,
      Clock clock) {
    this.agencies = agencies;
    this.answers = answers;
    this.facts = facts;
    this.runtime = runtime;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Asks those of the agencies that have not been asked in this case.
   *
   * @param askedOn the day their time begins; today where it is empty or lies ahead
   * @throws Refused if the rapid review has not begun, or the case is closed
   */
  @Transactional
  public void askNew(
      String caseReference, Collection<String> codes, Optional<LocalDate> askedOn, String by) {
    if (facts.date(caseReference, NOTIFICATION_SENT_ON).isEmpty()) {
      throw new Refused(
          "The rapid review of " + caseReference + " has not begun, so no agency can be asked yet");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from = askedOn.filter(day -> !day.isAfter(today)).orElse(today);
    Set<String> asked =
        agencies.of(caseReference).stream().map(CaseAgency::agency).collect(Collectors.toSet());
    codes.stream()
        .distinct()
        .filter(code -> !asked.contains(code))
        .forEach(
            code -> {
              agencies.ask(caseReference, code, from, by);
              startReturn(caseReference, code, from, by);
            });
  }

  /**
   * Asks an agency that joins a review, unless it is in the review already: one that has not been
   * asked, or that had answered that it was not involved.
   *
   * @throws Refused if the rapid review has not begun, or the case is closed
   */
  @Transactional
  public void askJoining(String caseReference, String agency, String by) {
    boolean notInvolved =
        agencies.of(caseReference).stream()
            .filter(asked -> asked.agency().equals(agency))
            .anyMatch(asked -> !asked.isInvolved());
    if (notInvolved) {
      LocalDate today = LocalDate.now(clock);
      agencies.askAgain(caseReference, agency, today, by);
      startReturn(caseReference, agency, today, by);
    } else {
      askNew(caseReference, List.of(agency), Optional.empty(), by);
    }
  }

  private void startReturn(String caseReference, String agency, LocalDate from, String by) {
    answers.store(
        new FormAnswers(
            caseReference,
            "agency-asked",
            "",
            "askAgencies",
            agency,
            Map.of(AGENCY_ASKED_ON.key(), from.toString()),
            by,
            clock.instant()));
    try {
      identity.asService(
          () ->
              runtime
                  .createMessageCorrelation(AGENCY_ASKED)
                  .processInstanceBusinessKey(caseReference)
                  .setVariablesToTriggeredScope(Map.of("agency", agency))
                  .correlateWithResult());
    } catch (MismatchingMessageCorrelationException e) {
      throw new Refused("Case " + caseReference + " is closed", e);
    }
  }
}
