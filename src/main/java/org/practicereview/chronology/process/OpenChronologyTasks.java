package org.practicereview.chronology.process;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.chronology.OpenChronologies;
import org.practicereview.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** Finds the open task in which an agency writes its chronology. */
@Component
class OpenChronologyTasks implements OpenChronologies {

  private static final String TASK = "userTask_completeChronology";

  private final TaskService tasks;
  private final EngineIdentity identity;

  OpenChronologyTasks(TaskService tasks, EngineIdentity identity) {
    this.tasks = tasks;
    this.identity = identity;
  }

  @Override
  public Optional<String> writer(String caseReference, String agency) {
    return identity.asService(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseReference)
                .taskDefinitionKey(TASK)
                .processVariableValueEquals("agency", agency)
                .list()
                .stream()
                .map(task -> Objects.requireNonNullElse(task.getAssignee(), ""))
                .findFirst());
  }
}
