package org.practicereview.deadlines.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.practicereview.deadlines.ClockEnded;
import org.practicereview.deadlines.ClockMoved;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.forms.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine in step with a clock that moved: the timers and the due dates of open tasks
 * whose model asks the bean {@code clocks} for it. Which those are is read from the models, so that
 * a model drawn tomorrow is followed too. Runs in the transaction that moved the clock, before
 * others who listen.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClockTimers {

  /** All timers and tasks of the models in use, and of some earlier versions of them. */
  private static final int MOST_PLACES = 10_000;

  /** What models say of dates: for ever the same of one job definition, and of one task. */
  private final Cache<String, String> dates =
      Caffeine.newBuilder().maximumSize(MOST_PLACES).build();

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final EngineIdentity identity;

  ClockTimers(
      RuntimeService runtime,
      ManagementService management,
      RepositoryService repository,
      TaskService tasks,
      EngineIdentity identity) {
    this.runtime = runtime;
    this.management = management;
    this.repository = repository;
    this.tasks = tasks;
    this.identity = identity;
  }

  @EventListener
  void moved(ClockMoved event) {
    Deadline deadline = event.after();
    identity.asServiceInOneStep(
        () -> {
          moveTimers(deadline);
          moveTasks(deadline);
        });
  }

  @EventListener
  void ended(ClockEnded event) {
    identity.asServiceInOneStep(() -> moveTimers(event.deadline()));
  }

  private void moveTimers(Deadline deadline) {
    Set<String> instances =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(deadline.caseReference())
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    if (instances.isEmpty()) {
      return;
    }
    Pattern asks = asksFor(deadline, "\\w+");
    management.createJobQuery().processInstanceIds(instances).timers().list().stream()
        .filter(timer -> asks.matcher(expression(timer)).find())
        .filter(timer -> isOf(deadline, timer.getExecutionId()))
        .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
  }

  private void moveTasks(Deadline deadline) {
    Pattern asks = asksFor(deadline, "dueAt");
    tasks.createTaskQuery().processInstanceBusinessKey(deadline.caseReference()).list().stream()
        .filter(task -> asks.matcher(dueDateExpression(task)).find())
        .filter(task -> isOf(deadline, task.getExecutionId()))
        .forEach(task -> tasks.setDueDate(task.getId(), Date.from(deadline.dueAt())));
  }

  private static Pattern asksFor(Deadline deadline, String method) {
    return Pattern.compile(
        "\\bclocks\\s*\\.\\s*"
            + method
            + "\\s*\\(\\s*execution\\s*,\\s*['\"]"
            + Pattern.quote(deadline.rule().id())
            + "['\"]\\s*\\)");
  }

  /** Whether a place in a process belongs to the agency or other part whose clock it is. */
  private boolean isOf(Deadline deadline, String executionId) {
    return deadline.scope().isEmpty()
        || deadline.scope().equals(Scope.ofWork(name -> runtime.getVariable(executionId, name)));
  }

  private String expression(Job timer) {
    return dates.get(timer.getJobDefinitionId(), any -> expressionIn(timer).orElse(""));
  }

  private Optional<String> expressionIn(Job timer) {
    JobDefinition definition =
        management
            .createJobDefinitionQuery()
            .jobDefinitionId(timer.getJobDefinitionId())
            .singleResult();
    return element(timer.getProcessDefinitionId(), definition.getActivityId())
        .map(event -> event.getChildElementsByType(TimerEventDefinition.class))
        .flatMap(timerEvents -> timerEvents.stream().findFirst())
        .map(TimerEventDefinition::getTimeDate)
        .map(ModelElementInstance::getTextContent);
  }

  private String dueDateExpression(Task task) {
    return dates.get(
        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
        any ->
            element(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .filter(UserTask.class::isInstance)
                .map(element -> ((UserTask) element).getCamundaDueDate())
                .orElse(""));
  }

  private Optional<ModelElementInstance> element(String processDefinition, String id) {
    return Optional.ofNullable(
        repository.getBpmnModelInstance(processDefinition).getModelElementById(id));
  }
}
