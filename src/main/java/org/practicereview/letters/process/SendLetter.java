package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.Letters;
import org.practicereview.letters.LettersOf;

/** Sends the approved letters of a template. Property: {@code letter}. */
@ProcessBean("sendLetter")
class SendLetter implements JavaDelegate {

  private final Letters letters;
  private final EngineIdentity identity;

  SendLetter(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    letters.sendAll(
        new LettersOf(
            execution.getProcessBusinessKey(),
            ElementProperties.of(execution).required("letter"),
            step.scope()),
        step.by());
  }
}
