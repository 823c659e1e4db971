package org.practicereview.work.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.practicereview.engine.OnEveryModel;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps the work items in step with the engine's tasks. What happened to a task is noted, and
 * written when the command of the engine is done: by then every listener has set the name, the date
 * and the people. The rows are part of the transaction that changes the task.
 */
@Component
class WorkItemsKept extends OnEveryModel implements SmartInitializingSingleton {

  private static final List<String> EVENTS =
      List.of(
          TaskListener.EVENTNAME_CREATE,
          TaskListener.EVENTNAME_ASSIGNMENT,
          TaskListener.EVENTNAME_UPDATE,
          TaskListener.EVENTNAME_COMPLETE,
          TaskListener.EVENTNAME_DELETE);

  /** Asked for at the first task only: the engine is built before nearly everything else. */
  private final ObjectProvider<WorkItems> items;

  private final ObjectProvider<TaskModels> models;

  /**
   * What changes while the engine is being built, such as roles of old, is found when the service
   * has started: the beans that write it are not there yet.
   */
  private volatile boolean built;

  private final Map<CommandContext, Changes> changes =
      Collections.synchronizedMap(new WeakHashMap<>());

  WorkItemsKept(ObjectProvider<WorkItems> items, ObjectProvider<TaskModels> models) {
    this.items = items;
    this.models = models;
  }

  @Override
  public void afterSingletonsInstantiated() {
    built = true;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      EVENTS.forEach(
          event -> behaviour.getTaskDefinition().addBuiltInTaskListener(event, this::note));
    }
  }

  private void note(DelegateTask task) {
    if (!built) {
      return;
    }
    CommandContext command = Context.getCommandContext();
    Changes noted = changes.computeIfAbsent(command, unused -> new Changes());
    noted.tasks.put(task.getId(), (TaskEntity) task);
    command.registerCommandContextListener(noted);
  }

  /** The tasks that one command of the engine touches, in an order in which no two block. */
  private final class Changes implements CommandContextListener {

    private final Map<String, TaskEntity> tasks = new TreeMap<>();

    @Override
    public void onCommandContextClose(CommandContext command) {
      changes.remove(command);
      Map<Boolean, List<TaskEntity>> gone =
          tasks.values().stream()
              .collect(
                  Collectors.partitioningBy(task -> command.getDbEntityManager().isDeleted(task)));
      items.getObject().remove(gone.get(true).stream().map(TaskEntity::getId).toList());
      items.getObject().keep(gone.get(false).stream().map(task -> item(command, task)).toList());
    }

    @Override
    public void onCommandFailed(CommandContext command, Throwable failure) {
      changes.remove(command);
    }
  }

  private WorkItem item(CommandContext command, TaskEntity task) {
    Collection<IdentityLinkEntity> offers =
        task.getIdentityLinks().stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .filter(link -> !command.getDbEntityManager().isDeleted(link))
            .toList();
    return models
        .getObject()
        .item(
            new TaskModels.EngineTask(
                task.getId(),
                task.getProcessInstance().getBusinessKey(),
                task.getTenantId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getAssignee(),
                instant(task.getDueDate()),
                task.getPriority(),
                instant(task.getCreateTime())),
            named(offers, IdentityLinkEntity::getGroupId),
            named(offers, IdentityLinkEntity::getUserId));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private static List<String> named(
      Collection<IdentityLinkEntity> offers, Function<IdentityLinkEntity, String> who) {
    return offers.stream().map(who).filter(Objects::nonNull).toList();
  }
}
