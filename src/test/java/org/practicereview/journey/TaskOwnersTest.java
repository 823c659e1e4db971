package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.TasklistUser.Answer;

@DisplayName("A task")
class TaskOwnersTest extends StoryTest {

  private Story story;
  private String task;

  @BeforeEach
  void referral() {
    story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    task = story.task("manager", "screenReferral").path("id").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"st-manager", "sg-head", "sg-communications", "", "nobody-at-all"})
  @DisplayName("is taken for oneself, and put on no one else and on no one")
  void forOneself(String other) {
    Answer answer =
        story.user("manager").post("engine:task/" + task + "/claim", Map.of("userId", other));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("for yourself");
    assertThat(assignee()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"assignee", "delegate", "resolve", "identity-links", "identity-links/delete"})
  @DisplayName("is handed to no one past the service, by whoever it may be")
  void handedOver(String door) {
    Map<String, Object> body = Map.of("userId", "sg-executive", "type", "candidate");
    for (String who : List.of("sg-manager", "sg-oversight", "modeller", "admin")) {
      Answer answer = desk.user(who).post("engine:task/" + task + "/" + door, body);
      assertThat(answer.status()).as(who).isEqualTo(403);
      assertThat(answer.text()).as(who).contains("\"Refused\"");
    }
    assertThat(assignee()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sg-executive", "es-manager", "sg-author-police"})
  @DisplayName("opens its form to whoever has it only with the role, and with sight of the case")
  void assignedWithoutTheRole(String other) {
    desk.the(TaskService.class).setAssignee(task, other);
    TasklistUser user = desk.user(other);

    assertThat(user.formVariables(task).status()).isEqualTo(404);
    assertThat(user.get("engine:task/" + task + "/deployed-form").status()).isEqualTo(404);
    assertThat(user.submitForm(task, with()).status()).isEqualTo(404);
    desk.the(TaskService.class).setAssignee(task, null);
  }

  @Test
  @DisplayName("that someone took is not taken by another one, who is told in words")
  void taken() {
    story.user("manager").claim(task).expect(204);
    // Taken again by the same person, as after a lost answer.
    story.user("manager").claim(task).expect(204);
    String first = story.task("head", "checkImmediateSafety").path("id").asText();
    desk.the(TaskService.class).setAssignee(first, "sg-somebody");

    Answer answer = story.user("head").claim(first);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("message").asText())
        .contains("This is being done by sg-somebody");
    assertThat(assignee()).isEqualTo("sg-manager");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task/{task}",
        "task/{task}/identity-links",
        "task/{task}/form",
        "task/{task}/comment",
        "task/{task}/variables",
        "process-instance/{instance}",
        "process-instance/{instance}/activity-instances",
        "execution/{instance}",
        "execution/{instance}/messageSubscriptions/x"
      })
  @DisplayName("of another partnership is as unknown as one that is not there")
  void elsewhere(String path) {
    String instance = desk.instances(story.reference).get(0).getId();
    TasklistUser stranger = desk.user("es-manager");
    Answer theirs =
        stranger.get("engine:" + path.replace("{task}", task).replace("{instance}", instance));
    Answer none = stranger.get("engine:" + path.replaceAll("\\{\\w+}", "no-such-id"));

    assertThat(theirs.status()).isIn(403, 404).isEqualTo(none.status());
    assertThat(theirs.text()).isEqualTo(none.text());
  }

  @Test
  @DisplayName("of another partnership is neither taken nor given back")
  void elsewhereTaken() {
    TasklistUser stranger = desk.user("es-manager");
    assertThat(stranger.claim(task).status()).isEqualTo(404);
    assertThat(stranger.post("engine:task/" + task + "/unclaim", Map.of()).status()).isEqualTo(404);
    assertThat(stranger.submitForm(task, with()).status()).isEqualTo(404);
  }

  private String assignee() {
    Task found = desk.the(TaskService.class).createTaskQuery().taskId(task).singleResult();
    return found.getAssignee();
  }
}
