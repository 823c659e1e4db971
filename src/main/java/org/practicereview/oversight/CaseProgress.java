package org.practicereview.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskNames;
import org.springframework.stereotype.Service;

/** Where a case is standing, read from the engine. */
@Service
public class CaseProgress {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final TaskService tasks;
  private final RepositoryService repository;
  private final EngineIdentity identity;

  CaseProgress(TaskService tasks, RepositoryService repository, EngineIdentity identity) {
    this.tasks = tasks;
    this.repository = repository;
    this.identity = identity;
  }

  /** The open tasks of a case, whoever has to do them, most urgent first. */
  public List<OpenWork> openWork(String caseReference) {
    return identity.asService(
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(caseReference).list().stream()
                .map(task -> openWork(caseReference, task))
                .sorted(
                    Comparator.comparing(
                        OpenWork::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
  }

  private OpenWork openWork(String caseReference, Task task) {
    List<String> groups =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    String stage = repository.getProcessDefinition(task.getProcessDefinitionId()).getName();
    return new OpenWork(
        TaskNames.withoutCase(task.getName(), caseReference),
        stage,
        groups,
        task.getAssignee(),
        inLondon(task.getDueDate()));
  }

  private static LocalDate inLondon(Date date) {
    return date == null ? null : date.toInstant().atZone(LONDON).toLocalDate();
  }
}
