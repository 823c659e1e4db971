package org.practicereview.naming.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.practicereview.casefile.CasePeople;
import org.practicereview.engine.OnEveryModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Offers the work of a lead reviewer to the accounts that are named as reviewer of the case, where
 * models name the role. The role's group never gets it, so nothing has to be taken back from those
 * who review other cases. Open tasks are followed up by {@link TasksFollowNaming}.
 */
@Component
class ReviewerTasks extends OnEveryModel {

  /** Asked for at the first task only: the engine is built before the case file. */
  private final ObjectProvider<CasePeople> people;

  ReviewerTasks(ObjectProvider<CasePeople> people) {
    this.people = people;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      TaskDefinition task = behaviour.getTaskDefinition();
      if (task.getCandidateGroupIdExpressions()
          .removeIf(group -> group.getExpressionText().equals(CasePeople.LEAD_REVIEWER))) {
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::offer);
      }
    }
  }

  private void offer(DelegateTask task) {
    people
        .getObject()
        .reviewers(task.getExecution().getProcessBusinessKey())
        .forEach(task::addCandidateUser);
  }
}
