package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.Letters;
import org.practicereview.letters.LettersOf;

/**
 * Prints a document that is no letter and keeps it in the case. Properties: {@code letter}, the
 * template, and {@code document}, its kind.
 */
@ProcessBean("printDocument")
class PrintDocument implements JavaDelegate {

  private final Letters letters;
  private final EngineIdentity identity;

  PrintDocument(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    letters.print(
        new LettersOf(
            execution.getProcessBusinessKey(), properties.required("letter"), step.scope()),
        properties.required("document"),
        step.by());
  }
}
