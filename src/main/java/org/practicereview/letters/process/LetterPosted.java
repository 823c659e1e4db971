package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.Letters;
import org.practicereview.letters.LettersOf;

/**
 * Notes, in the name of whoever completes the task, that the letters of a template have been posted
 * or handed over. Property of the user task: {@code letter}.
 */
@ProcessBean("letterPosted")
class LetterPosted implements TaskListener {

  private final Letters letters;
  private final EngineIdentity identity;

  LetterPosted(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    Step step = new Step(execution, identity);
    letters.postedAll(
        new LettersOf(
            execution.getProcessBusinessKey(),
            ElementProperties.of(task.getBpmnModelElementInstance()).required("letter"),
            step.scope()),
        step.by());
  }
}
