package org.practicereview.register.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.register.ParallelProceedings;

/** Lets a gateway ask about the proceedings that a process works on. */
@ProcessBean("proceedings")
public class ProceedingsQuestions {

  private final ParallelProceedings proceedings;

  ProceedingsQuestions(ParallelProceedings proceedings) {
    this.proceedings = proceedings;
  }

  /** Whether they hold publication now. */
  public boolean holdPublication(DelegateExecution execution) {
    return proceedings.holds(
        execution.getProcessBusinessKey(), Scope.ofWork(execution::getVariable));
  }
}
