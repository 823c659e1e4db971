package org.practicereview.events.process;

import static org.practicereview.events.EventQuestions.AWARE_ON;
import static org.practicereview.events.EventQuestions.INCIDENT_ON;
import static org.practicereview.events.EventQuestions.NEW_FACTS;
import static org.practicereview.events.EventQuestions.NEW_FACTS_KNOWN_ON;
import static org.practicereview.events.EventQuestions.OTHER_CHILDREN_AT_RISK;
import static org.practicereview.events.EventQuestions.REFERRAL_RECEIVED_ON;
import static org.practicereview.events.EventQuestions.REPLY_TO_REFERRER;
import static org.practicereview.events.EventQuestions.REVIEWER_NAME;
import static org.practicereview.events.EventQuestions.SCREENING_OUT_CONFIRMED;
import static org.practicereview.events.EventQuestions.SCREENING_RETURN_REASONS;
import static org.practicereview.events.EventQuestions.SUBMIT_NOTIFICATION;
import static org.practicereview.events.EventQuestions.WITHDRAWAL_ASKED_BY;
import static org.practicereview.events.EventQuestions.WITHDRAWAL_REASON;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Things that can happen to a case at any time, and that a person starts. */
@Service
public class CaseEvents {

  private static final String REOPEN = "reopen-referral";
  private static final Set<String> AT_RISK = Set.of("yes", "no", "not-known");

  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Answers answers;
  private final CasePeople people;
  private final AuditTrail audit;
  private final RuntimeService runtime;
  private final EngineIdentity identity;
  private final Clock clock;

  CaseEvents(
      CaseFiles cases,
      CaseFacts facts,
      Answers answers,
      CasePeople people,
      AuditTrail audit,
      RuntimeService runtime,
      EngineIdentity identity,
      Clock clock) {
    this.cases = cases;
    this.facts = facts;
    this.answers = answers;
    this.people = people;
    this.audit = audit;
    this.runtime = runtime;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * What makes it necessary to take a closed case up again.
   *
   * @param facts in words
   * @param knownOn day on which the local authority first knew of them
   * @param childrenAtRisk {@code yes}, {@code no} or {@code not-known}: whether children are at
   *     risk now
   */
  public record NewFacts(String facts, LocalDate knownOn, String childrenAtRisk) {}

  /**
   * Takes a closed referral up again on new facts; the journey starts anew under the same
   * reference, and its clocks count from the day on which these facts were known.
   *
   * @throws Refused if an answer is missing, or the day cannot be right
   * @throws Refused if the case is open
   */
  @Transactional
  public void reopen(String reference, NewFacts news, String by) {
    LocalDate today = LocalDate.now(clock);
    refuseWrong(reference, news, today);
    cases.reopen(reference, news.facts(), by);
    String known = news.knownOn().toString();
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put(NEW_FACTS.key(), news.facts().strip());
    kept.put(NEW_FACTS_KNOWN_ON.key(), known);
    kept.put("reopenedOn", today.toString());
    kept.put(OTHER_CHILDREN_AT_RISK.key(), news.childrenAtRisk());
    // The clocks of the referral and of the notification count from these.
    kept.put(REFERRAL_RECEIVED_ON.key(), known);
    kept.put(AWARE_ON.key(), known);
    // What was found at screening the first time says nothing of the new facts.
    kept.put(SCREENING_OUT_CONFIRMED.key(), false);
    kept.put(SCREENING_RETURN_REASONS.key(), "");
    keep(reference, REOPEN, kept, by);
    boolean reply = "true".equals(facts.text(reference, REPLY_TO_REFERRER).orElse(""));
    identity.asService(
        () ->
            runtime
                .createMessageCorrelation("referral.reopened")
                .processInstanceBusinessKey(reference)
                .setVariable("replyToReferrer", reply)
                .setVariable("otherChildrenAtRisk", news.childrenAtRisk())
                .correlateStartMessage());
  }

  private void refuseWrong(String reference, NewFacts news, LocalDate today) {
    if (news.knownOn() == null) {
      throw new Refused("Enter the day on which the local authority first knew of these facts");
    }
    if (news.knownOn().isAfter(today)) {
      throw new Refused(
          "The day on which the local authority knew of these facts must be today or in the past");
    }
    if (facts.date(reference, INCIDENT_ON).filter(news.knownOn()::isBefore).isPresent()) {
      throw new Refused(
          "The day on which the local authority knew of these facts is before the incident");
    }
    if (!AT_RISK.contains(news.childrenAtRisk())) {
      throw new Refused("Say whether children are at risk now");
    }
  }

  /**
   * That a notification should be withdrawn.
   *
   * @param partner code of the partner who asks
   * @param reasons in words
   */
  public record Withdrawal(String partner, String reasons) {}

  /**
   * Asks for the notification to be withdrawn because its criteria were not met after all; another
   * partner has to approve, and one of the two is the local authority.
   *
   * @throws Refused if no reason is given
   * @throws Refused if there is no notification that could be withdrawn, or its withdrawal was
   *     asked for already
   */
  @Transactional
  public void requestWithdrawal(String reference, Withdrawal asked, String by) {
    String reasons = asked.reasons();
    String partner = asked.partner();
    if (reasons == null || reasons.isBlank()) {
      throw new Refused("Say why the notification should be withdrawn");
    }
    if (!notified(reference)) {
      throw new Refused("No notification has been sent in case " + reference);
    }
    if (runs("withdrawal", reference)) {
      throw new Refused(
          "The withdrawal of the notification of " + reference + " waits for a decision already");
    }
    keep(
        reference,
        "request-withdrawal",
        Map.of(WITHDRAWAL_REASON.key(), reasons.strip(), WITHDRAWAL_ASKED_BY.key(), partner),
        by);
    audit.record(
        reference,
        by,
        "The withdrawal of the notification was asked for by the safeguarding partner "
            + partner.replace('-', ' ')
            + ".");
    try {
      identity.asService(
          () ->
              runtime
                  .createMessageCorrelation("notification.withdrawalRequested")
                  .processInstanceBusinessKey(reference)
                  .setVariablesToTriggeredScope(Map.of("partner", partner))
                  .correlateWithResult());
    } catch (MismatchingMessageCorrelationException e) {
      throw new Refused("Case " + reference + " is closed", e);
    }
  }

  /**
   * Has another reviewer commissioned while the review runs; its six months run on. The former
   * reviewer's sight of the case ends at once.
   *
   * @throws Refused if no reason is given
   * @throws Refused if no practice review runs, or a reviewer is being commissioned
   */
  @Transactional
  public void replaceReviewer(String reference, String reasons, String by) {
    if (reasons == null || reasons.isBlank()) {
      throw new Refused("Say why the reviewer is replaced");
    }
    if (runs("commission", reference)) {
      throw new Refused("A reviewer is being commissioned in case " + reference);
    }
    Map<String, Object> replaced = new LinkedHashMap<>();
    replaced.put("formerReviewer", facts.text(reference, REVIEWER_NAME).orElse(""));
    replaced.put("reviewerReplacedOn", LocalDate.now(clock).toString());
    replaced.put("reviewerReplacedReasons", reasons.strip());
    keep(reference, "replace-reviewer", replaced, by);
    audit.record(reference, by, "The reviewer is to be replaced.");
    people.endAll(reference, CasePeople.LEAD_REVIEWER, "", by);
    try {
      identity.asService(
          () ->
              runtime
                  .createMessageCorrelation("cspr.reviewerReplaced")
                  .processInstanceBusinessKey(reference)
                  .correlateWithResult());
    } catch (MismatchingMessageCorrelationException e) {
      throw new Refused("No review runs in case " + reference, e);
    }
  }

  /** Whether a notification was sent since the case was opened, or opened again. */
  private boolean notified(String reference) {
    Instant begun = answers.latest(reference, REOPEN, "").map(FormAnswers::at).orElse(Instant.MIN);
    return answers
        .latest(reference, SUBMIT_NOTIFICATION.id(), "")
        .filter(sent -> sent.at().isAfter(begun))
        .isPresent();
  }

  private boolean runs(String process, String reference) {
    return identity.asService(
        () ->
            runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference, process)
                    .count()
                > 0);
  }

  private void keep(String reference, String form, Map<String, Object> values, String by) {
    answers.store(
        new FormAnswers(reference, form, "", "casePage", "", values, by, clock.instant()));
  }
}
