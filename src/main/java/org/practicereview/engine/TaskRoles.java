package org.practicereview.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Whose work a task is, as its model says. Whom the engine offers it to can be fewer: some roles
 * count only for those who are named on the case.
 */
@Component
public class TaskRoles {

  private static final Pattern ROLE = Pattern.compile("[a-z-]+");

  private final RepositoryService repository;
  private final EngineIdentity identity;

  TaskRoles(RepositoryService repository, EngineIdentity identity) {
    this.repository = repository;
    this.identity = identity;
  }

  /** The roles that the model names; groups that depend on the case, such as agencies', are not. */
  public List<String> of(Task task) {
    return of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
  }

  /** The same, of a task of a model. */
  public List<String> of(String processDefinitionId, String element) {
    UserTask model =
        identity.asService(
            () ->
                repository.getBpmnModelInstance(processDefinitionId).getModelElementById(element));
    return model.getCamundaCandidateGroupsList().stream()
        .map(String::strip)
        .filter(group -> ROLE.matcher(group).matches())
        .toList();
  }
}
