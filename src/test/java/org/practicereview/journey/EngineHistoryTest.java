package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CasePeople;

@DisplayName("The engine's history")
class EngineHistoryTest extends StoryTest {

  private static final List<String> DOORS =
      List.of(
          "task?processInstanceBusinessKey={case}",
          "task?maxResults=200",
          "process-instance?processInstanceBusinessKey={case}",
          "activity-instance?maxResults=200",
          "identity-link-log?maxResults=200",
          "variable-instance?maxResults=200",
          "detail?maxResults=200",
          "incident?maxResults=200",
          "job-log?maxResults=200",
          "user-operation?maxResults=200");

  @Test
  @DisplayName("shows nothing of a case to those whose pages no longer show it")
  void asThePages() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    story.does("reviewer", "draftTerms");
    List<String> instances =
        desk.instances(story.reference).stream().map(instance -> instance.getId()).toList();
    String named =
        desk.the(CasePeople.class).named("sg-reviewer").stream()
            .filter(person -> person.caseReference().equals(story.reference))
            .findFirst()
            .orElseThrow()
            .id();
    story.presses("manager", "people/" + named + "/end", with()).expect(200);
    assertThat(story.user("reviewer").get("/case/" + story.reference).status()).isEqualTo(404);

    for (String door : DOORS) {
      for (String who : List.of("reviewer", "author-police", "communications", "executive")) {
        String seen =
            story.user(who).get("engine:history/" + door.replace("{case}", story.reference)).text();
        assertThat(seen).as(who + " " + door).doesNotContain(story.reference);
        instances.forEach(instance -> assertThat(seen).as(who).doesNotContain(instance));
      }
    }
  }

  @Test
  @DisplayName("keeps no right of its own for any task, which no one would ever take back")
  void noRights() {
    initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    for (Resources kind : List.of(Resources.HISTORIC_TASK, Resources.HISTORIC_PROCESS_INSTANCE)) {
      assertThat(
              desk.the(AuthorizationService.class)
                  .createAuthorizationQuery()
                  .resourceType(kind)
                  .count())
          .as(kind.resourceName())
          .isZero();
    }
  }

  @Test
  @DisplayName("keeps the path of a case, and nothing of it that no page shows")
  void kept() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    HistoryService history = desk.the(HistoryService.class);

    assertThat(history.createHistoricJobLogQuery().count()).as("jobs").isZero();
    assertThat(history.createHistoricDetailQuery().count()).as("values").isZero();
    assertThat(
            history
                .createUserOperationLogQuery()
                .category(UserOperationLogEntry.CATEGORY_TASK_WORKER)
                .count())
        .as("tasks")
        .isZero();
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(story.reference)
                .count())
        .isPositive();
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .activityId("userTask_giveView")
                .finished()
                .count())
        .isPositive();
  }
}
