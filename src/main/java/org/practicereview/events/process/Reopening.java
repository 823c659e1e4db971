package org.practicereview.events.process;

import static org.practicereview.events.EventQuestions.NEW_FACTS_KNOWN_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.ProcessBean;

/** Lets a gateway ask whether the case was closed before and opened again. */
@ProcessBean("reopening")
public class Reopening {

  private final CaseFacts facts;

  Reopening(CaseFacts facts) {
    this.facts = facts;
  }

  /** Whether the case was opened again on new facts. */
  public boolean onNewFacts(DelegateExecution execution) {
    return facts.date(execution.getProcessBusinessKey(), NEW_FACTS_KNOWN_ON.key()).isPresent();
  }
}
