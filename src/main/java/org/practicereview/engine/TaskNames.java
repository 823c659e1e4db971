package org.practicereview.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says the name of every task in the words of its partnership, and adds the case reference, since
 * Tasklist shows no other fact of the case without opening its variables to everyone who may see
 * the list.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TaskNames extends OnEveryModel {

  private static final String SEPARATOR = " · ";

  /** Asked for at the first task only: the engine is built before nearly everything else. */
  private final ObjectProvider<Partnerships> partnerships;

  TaskNames(ObjectProvider<Partnerships> partnerships) {
    this.partnerships = partnerships;
  }

  /** The name of a task as its model gives it. */
  public static String withoutCase(String taskName, String caseReference) {
    return taskName.replace(SEPARATOR + caseReference, "");
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      behaviour
          .getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::name);
    }
  }

  private void name(DelegateTask task) {
    if (task.getTenantId() != null) {
      task.setName(partnerships.getObject().get(task.getTenantId()).words().in(task.getName()));
    }
    String reference = task.getExecution().getProcessBusinessKey();
    if (reference != null) {
      task.setName(task.getName() + SEPARATOR + reference);
    }
  }
}
