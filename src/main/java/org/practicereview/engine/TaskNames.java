package org.practicereview.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Adds the case reference to the name of every task, since Tasklist shows no other fact of the case
 * without opening its variables to everyone who may see the list.
 */
@Component
public class TaskNames extends OnEveryModel {

  private static final String SEPARATOR = " · ";

  /** The name of a task as its model gives it. */
  public static String withoutCase(String taskName, String caseReference) {
    return taskName.replace(SEPARATOR + caseReference, "");
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      behaviour
          .getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskNames::addCase);
    }
  }

  private static void addCase(DelegateTask task) {
    String reference = task.getExecution().getProcessBusinessKey();
    if (reference != null) {
      task.setName(task.getName() + SEPARATOR + reference);
    }
  }
}
