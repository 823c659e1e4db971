package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.casefile.Answers;
import org.practicereview.journey.TasklistUser.Answer;

@DisplayName("The way in for what people write")
class FormDoorsTest extends StoryTest {

  private Story story;
  private JsonNode task;

  @BeforeEach
  void referral() {
    story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20").referredBy("head", Map.of());
    task = story.task("manager", "screenReferral");
  }

  @Test
  @DisplayName("is closed to someone who is not signed in")
  void visitor() {
    assertThat(desk.visitor().get("engine:task/" + id() + "/form-variables").status())
        .isEqualTo(401);
    unchanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine:task/%s/submit-form/",
        "engine:task//%s/submit-form",
        "engine:task/%s/submit%%2Dform",
        "engine:task/%s/submit-form;a=b",
        "engine:task/%s/%%73ubmit-form",
        "engine:process-definition/key/practice-review/submit-form",
        "engine:task/%s/complete"
      })
  @DisplayName("does not open under another address")
  void disguises(String address) {
    Answer answer =
        story.user("manager").post(address.formatted(id()), Map.of("variables", Map.of()));

    assertThat(answer.status()).isBetween(400, 499);
    unchanged();
  }

  @Test
  @DisplayName("takes a form only from a call that a strange page cannot make")
  void onlyPost() {
    story.user("manager").claim(id()).expect(204);

    assertThat(story.user("manager").get("engine:task/" + id() + "/submit-form").status())
        .isEqualTo(405);
    unchanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "{\"variables\": {\"a\": {\"value\": 1}, \"a\": {\"value\": 2}}}",
        "{\"variables\": {\"harm\": {\"value\": \"{\", \"type\": \"Json\"}}}"
      })
  @DisplayName("refuses what it cannot read, in words")
  void broken(String body) {
    story.user("manager").claim(id()).expect(204);
    Answer answer = story.user("manager").post("engine:task/" + id() + "/submit-form", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("message").asText()).isNotBlank().doesNotContain("Exception");
    unchanged();
  }

  @Test
  @DisplayName("refuses more than there is room for")
  void large() {
    story.user("manager").claim(id()).expect(204);
    Answer answer =
        story.user("manager").submitForm(id(), Map.of("screeningNotes", "n".repeat(5_000_000)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("fields").path("screeningNotes").asText()).contains("at most");
    unchanged();
  }

  @Test
  @DisplayName("lets one of two people win who send the same form at the same moment")
  void sameMoment() {
    story.does("manager", "screenReferral");
    JsonNode view = story.task("la", "giveView");
    story.user("la").claim(view.path("id").asText()).expect(204);
    Map<String, Object> filled = story.filledIn("la", view, Map.of());
    int before = answers();

    List<Integer> statuses =
        Stream.generate(() -> TasklistUser.signIn(desk.port(), "sg-la")).limit(3).toList().stream()
            .map(
                browser ->
                    CompletableFuture.supplyAsync(
                        () -> browser.submitForm(view.path("id").asText(), filled).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != 204).allMatch(s -> s == 404 || s == 409);
    assertThat(answers()).isEqualTo(before + 1);
  }

  private String id() {
    return task.path("id").asText();
  }

  private int answers() {
    return desk.the(Answers.class).of(story.reference).size();
  }

  private void unchanged() {
    assertThat(story.open()).contains("screenReferral");
    assertThat(answers()).isEqualTo(1);
  }
}
