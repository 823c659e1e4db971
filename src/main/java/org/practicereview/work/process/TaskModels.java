package org.practicereview.work.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskNames;
import org.practicereview.engine.TaskRoles;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.work.WorkItem;
import org.springframework.stereotype.Component;

/**
 * What models say of their tasks. A definition that is deployed never changes, so it is read once.
 */
@Component
class TaskModels {

  private final RepositoryService repository;
  private final TaskRoles roles;
  private final Rules rules;
  private final EngineIdentity identity;
  private final Map<String, TaskModel> read = new ConcurrentHashMap<>();

  TaskModels(RepositoryService repository, TaskRoles roles, Rules rules, EngineIdentity identity) {
    this.repository = repository;
    this.roles = roles;
    this.rules = rules;
    this.identity = identity;
  }

  /**
   * What a model says of one of its tasks.
   *
   * @param stage name of the process; its key where it has none
   * @param roles roles whose work it is
   * @param rule id of the clock that the due date comes from, if one does
   */
  record TaskModel(String stage, List<String> roles, Optional<String> rule) {}

  private TaskModel of(String definition, String element) {
    return read.computeIfAbsent(
        definition + "/" + element,
        unused -> identity.asService(() -> readOnce(definition, element)));
  }

  private TaskModel readOnce(String definition, String element) {
    UserTask task = repository.getBpmnModelInstance(definition).getModelElementById(element);
    ProcessDefinition process = repository.getProcessDefinition(definition);
    return new TaskModel(
        Objects.requireNonNullElse(process.getName(), process.getKey()),
        roles.of(definition, element),
        TaskUrgency.clock(task.getCamundaDueDate()));
  }

  /**
   * A task as the engine keeps it.
   *
   * @param caseReference the business key, or null
   * @param partnership the tenant, or null
   * @param assignee who has taken it, or null
   * @param dueAt when it is due, or null
   */
  record EngineTask(
      String id,
      String caseReference,
      String partnership,
      String definition,
      String element,
      String name,
      String assignee,
      Instant dueAt,
      int priority,
      Instant openedAt) {}

  /**
   * The work item that a task is.
   *
   * @param groups ids of the groups it is offered to
   * @param people user ids of those it is offered to by name
   */
  WorkItem item(EngineTask task, List<String> groups, List<String> people) {
    TaskModel model = of(task.definition(), task.element());
    String reference = Objects.requireNonNullElse(task.caseReference(), "");
    String partnership = Objects.requireNonNullElse(task.partnership(), "");
    return new WorkItem(
        task.id(),
        reference,
        partnership,
        TaskNames.withoutCase(Objects.requireNonNullElse(task.name(), task.element()), reference),
        model.stage(),
        groups,
        people,
        model.roles().stream()
            .map(role -> RoleGroups.of(partnership, role))
            .filter(group -> !groups.contains(group))
            .toList(),
        task.assignee(),
        task.dueAt() == null ? null : LocalDate.ofInstant(task.dueAt(), WorkingDayCalendar.ZONE),
        law(model),
        task.priority(),
        task.openedAt());
  }

  /** What law or national guidance says of the due date; empty where none stands behind it. */
  private String law(TaskModel model) {
    return model
        .rule()
        .flatMap(rules::find)
        .filter(rule -> rule.source().isNational())
        .map(Rule::citation)
        .orElse("");
  }
}
