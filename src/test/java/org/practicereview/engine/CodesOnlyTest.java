package org.practicereview.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The engine stores codes and no text")
class CodesOnlyTest {

  private ProcessEngine engine;
  private Task task;

  @BeforeEach
  void engine() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setProcessEnginePlugins(List.of(new CodesOnly()));
    engine = configuration.buildProcessEngine();
    task = engine.getTaskService().newTask();
    engine.getTaskService().saveTask(task);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not-notifiable", "2026-11-20", "SG-2026-0001", "a@b.example"})
  @DisplayName("takes codes, dates and references")
  void codes(String code) {
    engine.getTaskService().setVariable(task.getId(), "outcome", code);
    assertThat(engine.getTaskService().getVariable(task.getId(), "outcome")).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sam Example", "${7*7}", "<b>", "line\nbreak", "Zoë"})
  @DisplayName("refuses free text, whatever door it comes through")
  void text(String text) {
    assertThatThrownBy(() -> engine.getTaskService().setVariable(task.getId(), "note", text))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("note");
    assertThat(engine.getTaskService().getVariables(task.getId())).isEmpty();
  }

  @Test
  @DisplayName("refuses files and bytes")
  void files() {
    assertThatThrownBy(
            () -> engine.getTaskService().setVariable(task.getId(), "file", new byte[] {1}))
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(
            () ->
                engine
                    .getTaskService()
                    .setVariable(
                        task.getId(),
                        "file",
                        Variables.fileValue("a.txt").file(new byte[] {1}).create()))
        .isInstanceOf(BadUserRequestException.class);
  }
}
