package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Looks back on all stories, so it comes last; alone it has nothing to look back on. */
@Order(Integer.MAX_VALUE)
@DisplayName("Every task of every process")
class EveryTaskIsMetTest extends StoryTest {

  @Test
  @DisplayName("was done in some story by those whose task it is, and refused to everyone else")
  void everyTask() {
    Set<String> met = Onlookers.met();
    assumeTrue(met.size() > 50, "only some of the stories were told");
    assertThat(met).containsAll(all(UserTask.class));
  }

  @Test
  @DisplayName("was left by each way that the model draws, but for those on the list")
  void everyFlow() throws IOException {
    Set<String> taken = TakenFlows.taken();
    assumeTrue(Onlookers.met().size() > 50, "only some of the stories were told");
    Set<String> notTaken = new TreeSet<>(all(SequenceFlow.class));
    notTaken.removeAll(taken);
    List<String> known =
        Files.readAllLines(Path.of("src/test/resources/journey/flows-that-no-story-takes.txt"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(notTaken)
        .as("the flows that no story takes: tell one, do not add to the list")
        .isSubsetOf(known);
    assertThat(all(SequenceFlow.class))
        .as("the list names flows that there are")
        .containsAll(known);
  }

  /** All elements of a kind in the models that are deployed, each with its process. */
  private Set<String> all(Class<? extends FlowElement> kind) {
    RepositoryService repository = desk.the(RepositoryService.class);
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .flatMap(
            definition ->
                repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(kind)
                    .stream()
                    .map(element -> definition.getKey() + "/" + element.getId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
