package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.FormRefused;
import org.practicereview.letters.LetterNotPrintable;
import org.practicereview.letters.Letters;
import org.practicereview.letters.LettersOf;

/**
 * Approves the waiting letters of a template in the name of whoever completes the task. Property of
 * the user task: {@code letter}.
 */
@ProcessBean("approveLetter")
class ApproveLetter implements TaskListener {

  private final Letters letters;
  private final EngineIdentity identity;

  ApproveLetter(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    Step step = new Step(execution, identity);
    try {
      letters.approveAll(
          new LettersOf(
              execution.getProcessBusinessKey(),
              ElementProperties.of(task.getBpmnModelElementInstance()).required("letter"),
              step.scope()),
          step.by());
    } catch (LetterNotPrintable e) {
      throw new FormRefused("Nothing was changed. " + e.getMessage() + ".");
    }
  }
}
