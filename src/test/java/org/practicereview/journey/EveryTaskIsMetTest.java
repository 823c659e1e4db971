package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Looks back on all stories of a build, so it runs after them in a process of its own; alone it has
 * nothing to look back on.
 */
@Tag("looks-back")
@DisplayName("Every task of every process")
class EveryTaskIsMetTest {

  @BeforeAll
  static void storiesWereTold() throws IOException {
    assumeTrue(Told.TASKS.all().size() > 50, "only some of the stories were told");
  }

  @Test
  @DisplayName("was done in some story by those whose task it is, and refused to everyone else")
  void everyTask() throws IOException {
    assertThat(Told.TASKS.all()).containsAll(all(UserTask.class));
  }

  @Test
  @DisplayName("was left by each way that the model draws, but for those on the list")
  void everyFlow() throws IOException {
    Set<String> flows = all(SequenceFlow.class);
    Set<String> notTaken = new TreeSet<>(flows);
    notTaken.removeAll(Told.FLOWS.all());
    List<String> known =
        Files.readAllLines(Path.of("src/test/resources/journey/flows-that-no-story-takes.txt"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(notTaken)
        .as("the flows that no story takes: tell one, do not add to the list")
        .isSubsetOf(known);
    assertThat(flows).as("the list names flows that there are").containsAll(known);
  }

  /** All elements of a kind in the models, each with its process. */
  private static Set<String> all(Class<? extends FlowElement> kind) throws IOException {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        String process = model.getModelElementsByType(Process.class).iterator().next().getId();
        model
            .getModelElementsByType(kind)
            .forEach(element -> all.add(process + "/" + element.getId()));
      }
    }
    return all;
  }
}
