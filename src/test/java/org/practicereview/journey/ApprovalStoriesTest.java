package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;

@DisplayName("Whoever approves")
class ApprovalStoriesTest extends StoryTest {

  private static final String LETTER = "referral/decision";

  @Test
  @DisplayName(
      "a letter approves the words that they saw, and is shown what another wrote meanwhile")
  void letter() {
    Story story =
        story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")
            .referredBy("manager", with())
            .goesOnUntil("approveDecisionLetter");
    Letter letter = story.letters(LETTER).get(0);
    JsonNode task = story.task("manager", "approveDecisionLetter");
    Map<String, Object> seen = story.filledIn("manager", task, with());
    assertThat(String.valueOf(seen.get("approvedVersionChoices"))).contains("Version 1, by ");
    String id = task.path("id").asText();
    story.user("manager").claim(id).expect(204);

    Letters letters = desk.the(Letters.class);
    letters.edit(
        letter.id(),
        letters.text(letter.id()) + "\n\nA paragraph that the manager never saw.",
        1,
        "sg-head");
    assertThat(
            story.user("manager").submitForm(id, seen).expect(400).body().path("message").asText())
        .contains(
            "another version has been written since you opened this form: Version 2, by Head of safeguarding SGCP",
            "Put in: \"A paragraph that the manager never saw.\"",
            "Nothing was changed");
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DRAFT);

    Map<String, Object> without = new LinkedHashMap<>(seen);
    without.remove("approvedVersion");
    story.user("manager").submitForm(id, without).expect(400);
    without.put("approvedVersion", letter.id() + "@7");
    story.user("manager").submitForm(id, without).expect(400);

    story.does("manager", "approveDecisionLetter");
    assertThat(letters.get(letter.id()).approvedBy()).isEqualTo("sg-manager");
    assertThat(letters.get(letter.id()).version()).isEqualTo(2);
  }

  @Test
  @DisplayName("terms of reference approves the version that they read")
  void terms() {
    Story story = commissioned(initiated(story(ESSEX, "2026-05-11"))).goesOnUntil("agreeTerms");
    JsonNode task = story.task("police", "agreeTerms");
    Map<String, Object> seen = story.filledIn("police", task, with());
    String id = task.path("id").asText();
    story.user("police").claim(id).expect(204);
    Answers answers = desk.the(Answers.class);
    FormAnswers first =
        answers.latest(story.reference, "draft-terms-of-reference", "").orElseThrow();
    Map<String, Object> values = new LinkedHashMap<>(first.values());
    values.put("termsPurpose", "Another purpose that no one agreed.");
    answers.store(
        new FormAnswers(
            story.reference,
            first.form(),
            first.formVersion(),
            first.task(),
            "",
            values,
            "es-reviewer",
            ClockUtil.getCurrentTime().toInstant().plusSeconds(5)));
    assertThat(
            story.user("police").submitForm(id, seen).expect(400).body().path("message").asText())
        .contains(
            "Version 2, by Lead reviewer ESCB",
            "Purpose of the review: Taken out: ",
            "Put in: \"Another purpose that no one agreed.\"");
    assertThat(story.open()).contains("agreeTerms");
    story.does("police", "agreeTerms");
    assertThat(story.open()).doesNotContain("agreeTerms");
  }
}
