package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.letters.Letter;
import org.practicereview.work.CallsToAct;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("What is urgent")
class UrgentStoriesTest extends StoryTest {

  private static final String CALL = "notices/act-now";
  private static final String NEAR = "notices/statutory-near";
  private static final String CALL_AT_RISK = "notices/act-now-at-risk";

  @Autowired private CallsToAct calls;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;

  @Test
  @DisplayName(
      "is there before any letter or other step has run, due at once and first in the list")
  void beforeEverythingElse() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-09");
    String reference =
        story
            .user("manager")
            .startReferral(story.referral(with()))
            .expect(200)
            .body()
            .path("id")
            .asText();

    Task safety = tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult();
    assertThat(safety.getTaskDefinitionKey()).isEqualTo("userTask_checkImmediateSafety");
    assertThat(safety.getName()).startsWith("Act now: Check immediate safety");
    assertThat(safety.getPriority()).isEqualTo(100);
    assertThat(safety.getDueDate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count())
        .isPositive();
  }

  @Test
  @DisplayName("has a date and a priority, and so has every other task")
  void everyTaskHasDateAndPriority() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    List<JsonNode> seen = story.user("head").tasks(story.reference);
    assertThat(seen).isNotEmpty();
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(story.reference).list())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            task -> {
              assertThat(task.getDueDate()).as(task.getName()).isNotNull();
              assertThat(task.getPriority()).isIn(25, 50, 75, 100);
            });
  }

  @Test
  @DisplayName(
      "calls its people within seconds, and the next role while no one opens it, day and night")
  void callsPeopleInTurn() {
    Story story =
        story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")
            .referredBy("manager", with("otherChildrenAtRisk", "no", "otherChildrenAction", null));
    called();
    assertThat(story.letters(CALL))
        .extracting(Letter::recipientKind)
        .containsExactly("head-of-safeguarding");

    later(Duration.ofMinutes(119));
    called();
    assertThat(story.letters(CALL)).hasSize(1);
    later(Duration.ofMinutes(2));
    called();
    called();
    assertThat(story.letters(CALL))
        .extracting(Letter::recipientKind)
        .containsExactly("head-of-safeguarding", "business-manager");
    later(Duration.ofHours(2));
    called();
    assertThat(story.letters(CALL)).hasSize(3);

    String task = story.task("head", "checkImmediateSafety").path("id").asText();
    story.user("head").formVariables(task).expect(200);
    later(Duration.ofDays(3));
    called();
    assertThat(story.letters(CALL)).as("no one more once it was opened").hasSize(3);
    story.trailTells(
        "No one has opened the task about a child's safety yet. More people were told.",
        "The task about a child's safety was opened.");
    assertThat(story.wording(story.letters(CALL).get(0)))
        .contains("/case/" + story.reference)
        .doesNotContain("Robin", "children are at risk now");
  }

  @Test
  @DisplayName("is said in stronger words, and to all partners, where the referrer says so")
  void childrenSaidAtRisk() {
    Story story =
        story(ESSEX, "2026-05-11")
            .referredOnThePublicPage(
                with("otherChildrenAtRisk", "yes", "otherChildrenAction", "A neighbour has them."));
    called();
    assertThat(story.letters("notices/children-said-at-risk"))
        .extracting(Letter::recipientKind)
        .contains(
            "head-of-safeguarding",
            "business-manager",
            "safeguarding-partner-local-authority",
            "safeguarding-partner-police",
            "safeguarding-partner-health");
    assertThat(story.letters("notices/referral-received")).isEmpty();
    assertThat(story.letters(CALL_AT_RISK)).isNotEmpty();
    assertThat(story.wording(story.letters(CALL_AT_RISK).get(0)))
        .contains("other children are at risk now")
        .doesNotContain("neighbour");
    String task = story.task("head", "checkImmediateSafety").path("id").asText();
    assertThat(story.user("head").formVariables(task).expect(200).text())
        .contains("otherChildrenAtRisk");
    assertThat(story.user("head").get("/cases?q=" + story.reference).expect(200).text())
        .containsSubsequence("Act now", "case/" + story.reference);
  }

  @Test
  @DisplayName(
      "because the law's date is near is told at once, once a day; what is not near is not")
  void statutoryNear() {
    Story early = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    called();
    assertThat(early.open()).containsExactly("completeNotification");
    assertThat(early.letters(NEAR)).isEmpty();

    Story late = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    late.on("2026-05-15");
    decided(viewed(late));
    called();
    called();
    assertThat(late.open()).containsExactly("completeNotification");
    assertThat(late.letters(NEAR))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("head-of-safeguarding");
              assertThat(late.wording(letter)).contains("/case/" + late.reference);
            });
    late.does("head", "completeNotification");
    called();
    assertThat(late.letters(NEAR)).as("the same again on this day").hasSize(1);
  }

  @Test
  @DisplayName("at two in the morning is known at once to head and manager")
  void referralInTheNight() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-12");
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-05-12T01:00:00Z")));
    story.referredOnThePublicPage(with("otherChildrenAtRisk", "no", "otherChildrenAction", null));
    called();
    assertThat(story.letters("notices/referral-received"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("business-manager", "head-of-safeguarding");
    assertThat(story.letters(CALL))
        .extracting(Letter::recipientKind)
        .containsExactly("head-of-safeguarding");
    assertThat(story.letters("notices/referral-received"))
        .allSatisfy(
            letter -> {
              assertThat(letter.mail().urgent()).isTrue();
              assertThat(letter.mail().queuedAt()).isBefore(Instant.parse("2026-05-12T01:01:00Z"));
              assertThat(story.wording(letter)).contains("/case/" + story.reference);
            });
  }

  @Test
  @DisplayName("or not: a referral is made known to manager and head at once")
  void referralMadeKnown() {
    Story story =
        story(STAFFORDSHIRE, "2026-05-11")
            .referredBy("manager", with("otherChildrenAtRisk", "no", "otherChildrenAction", null));
    assertThat(story.letters("notices/referral-received"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("business-manager", "head-of-safeguarding");
  }

  private void called() {
    calls.tellWhoIsNext();
  }

  private static void later(Duration more) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(more)));
  }
}
