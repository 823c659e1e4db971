package org.practicereview.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskNames;
import org.practicereview.engine.TaskRoles;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Service;

/** Where a case is standing, read from the engine. */
@Service
public class CaseProgress {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Comparator<OpenWork> MOST_URGENT_FIRST =
      Comparator.comparing(OpenWork::priority, Comparator.reverseOrder())
          .thenComparing(OpenWork::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final TaskRoles roles;

  CaseProgress(
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      EngineIdentity identity,
      TaskRoles roles) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
    this.roles = roles;
  }

  /** The open tasks of a case, whoever has to do them, most urgent first. */
  public List<OpenWork> openWork(String caseReference) {
    return openWork(List.of(caseReference)).getOrDefault(caseReference, List.of());
  }

  /** The open tasks of many cases, by case reference; cases without one are left out. */
  public Map<String, List<OpenWork>> openWork(Collection<String> caseReferences) {
    if (caseReferences.isEmpty()) {
      return Map.of();
    }
    return identity.asService(
        () -> {
          List<Task> open =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKeyIn(caseReferences.toArray(String[]::new))
                  .list();
          Map<String, String> references = references(open);
          Map<String, List<OpenWork>> work = new HashMap<>();
          for (Task task : open) {
            String reference = references.get(task.getProcessInstanceId());
            if (reference != null) {
              work.computeIfAbsent(reference, unused -> new ArrayList<>())
                  .add(openWork(reference, task));
            }
          }
          work.values().forEach(ofCase -> ofCase.sort(MOST_URGENT_FIRST));
          return work;
        });
  }

  /** Case references by process instance; what ended a moment ago is missing. */
  private Map<String, String> references(List<Task> open) {
    Set<String> instances =
        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    return instances.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  private OpenWork openWork(String caseReference, Task task) {
    String stage = repository.getProcessDefinition(task.getProcessDefinitionId()).getName();
    return new OpenWork(
        TaskNames.withoutCase(task.getName(), caseReference),
        stage,
        groups(task),
        task.getAssignee(),
        inLondon(task.getDueDate()),
        task.getPriority());
  }

  /** The groups the engine offers the task to, and the role of those who are named on the case. */
  private List<String> groups(Task task) {
    Stream<String> offered =
        links(task).stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull);
    Stream<String> meant =
        roles.of(task).stream().map(role -> RoleGroups.of(task.getTenantId(), role));
    return Stream.concat(offered, meant).distinct().sorted().toList();
  }

  /** To whom a task is offered; to no one any more if it ended a moment ago. */
  private List<IdentityLink> links(Task task) {
    try {
      return tasks.getIdentityLinksForTask(task.getId());
    } catch (NullValueException ended) {
      return List.of();
    }
  }

  private static LocalDate inLondon(Date date) {
    return date == null ? null : date.toInstant().atZone(LONDON).toLocalDate();
  }
}
