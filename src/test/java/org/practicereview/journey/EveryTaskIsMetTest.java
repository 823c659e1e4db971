package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Looks back on all stories, so it comes last; alone it has nothing to look back on. */
@Order(Integer.MAX_VALUE)
@DisplayName("Every task of every process")
class EveryTaskIsMetTest extends StoryTest {

  @Test
  @DisplayName("was done in some story by those whose task it is, and refused to everybody else")
  void everyTask() {
    Set<String> met = Onlookers.met();
    assumeTrue(met.size() > 50, "only some of the stories were told");
    assertThat(met).containsAll(allTasks());
  }

  /** All user tasks of the models that are deployed, each with its process. */
  private Set<String> allTasks() {
    RepositoryService repository = desk.the(RepositoryService.class);
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .flatMap(
            definition ->
                repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)
                    .stream()
                    .map(task -> definition.getKey() + "/" + task.getId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
