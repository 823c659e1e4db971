package org.practicereview.deadlines.process;

import static org.practicereview.deadlines.ClockQuestions.AGREED_DATE_CLOCK;
import static org.practicereview.deadlines.ClockQuestions.AGREED_DATE_DECISION;
import static org.practicereview.deadlines.ClockQuestions.AGREED_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.AGREED_LETTER_ON;
import static org.practicereview.deadlines.ClockQuestions.AGREED_LETTER_REFERENCE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.AgreedDate;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;

/**
 * Keeps the date that the Panel has agreed to beside its clock, once a second person has confirmed
 * it. Where the work was done meanwhile, there is nothing left to agree.
 */
@ProcessBean("agreeDate")
class AgreeDate implements TaskListener {

  private static final String CONFIRMED = "confirmed";

  private final Clocks clocks;
  private final CaseFacts facts;
  private final EngineIdentity identity;

  AgreeDate(Clocks clocks, CaseFacts facts, EngineIdentity identity) {
    this.clocks = clocks;
    this.facts = facts;
    this.identity = identity;
  }

  @Override
  public void notify(DelegateTask task) {
    String reference = task.getExecution().getProcessBusinessKey();
    if (facts.text(reference, AGREED_DATE_DECISION).filter(CONFIRMED::equals).isEmpty()) {
      return;
    }
    clocks
        .find(new ClockName(reference, facts.text(reference, AGREED_DATE_CLOCK).orElse(""), ""))
        .filter(Deadline::isOpen)
        .ifPresent(
            clock ->
                clocks.agree(
                    new ClockName(reference, clock.rule().id(), clock.scope()),
                    new AgreedDate(
                        facts.date(reference, AGREED_DUE_ON).orElse(null),
                        facts.date(reference, AGREED_LETTER_ON).orElse(null),
                        facts.text(reference, AGREED_LETTER_REFERENCE).orElse("")),
                    identity.user().orElse(AuditTrail.SYSTEM)));
  }
}
