package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.journey.TasklistUser.Answer;

@DisplayName("Input that cannot be right")
class BadInputJourneyTest extends StoryTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @DisplayName("on the public page opens no case, is explained, and nothing typed is lost:")
  @CsvSource({
    "incidentOn, 2019-01-01, must not be before the date",
    "awareOn, 2026-05-01, must not be before the date",
    "incidentOn, 2026-05-12, must not be in the future",
    "incidentOn, 2026-02-31, is not a date",
    "referrerEmail, no one, this is not an e-mail address",
    "childName, '  ', please give an answer"
  })
  void onThePublicPage(String field, String value, String words) {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    int cases = cases();
    String page = "/refer/" + STAFFORDSHIRE;
    Map<String, Object> sent =
        story.referral(with("incidentOutline", "Typed with much care.", field, value));
    Answer answer = desk.visitor().submitPage(page, page, sent).expect(400);
    assertThat(answer.text()).contains(words, "Typed with much care.");
    assertThat(cases()).isEqualTo(cases);
  }

  @Test
  @DisplayName("in a referral of staff opens no case")
  void referralOfStaff() {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    int cases = cases();
    Map<String, Object> wrong =
        story.referral(with("awareOn", "2026-05-01", "referrerType", "martian"));
    assertThat(story.user("manager").startReferral(wrong).expect(400).text())
        .contains("must not be before the date", "is not one of the answers offered");
    assertThat(cases()).isEqualTo(cases);
  }

  @Test
  @DisplayName("in a decision is refused beside the question, and the task stays open")
  void decision() {
    Story story = viewed(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with()));
    refused(story, "decideOutcome", with("decidedByRole", null), "please give an answer");
    refused(story, "decideOutcome", with("decidedByRole", "me"), "not one of the answers offered");
    refused(story, "decideOutcome", with("decisionReasons", " \u200b "), "please give an answer");
    refused(story, "decideOutcome", with("decidedOn", "2026-05-12"), "must not be in the future");
    refused(story, "decideOutcome", with("decidedOn", "2026-05-10"), "must not be before the date");
    refused(story, "decideOutcome", with("decidedOn", "soon"), "is not a date");
    refused(
        story, "decideOutcome", with("outcome", List.of("notifiable")), "not one of the answers");
    refused(story, "decideOutcome", with("decisionReasons", List.of("a")), "must be text");
    String fiveMegabytes = "Five megabytes. ".repeat(5 * 1024 * 1024 / 16);
    refused(story, "decideOutcome", with("decisionReasons", fiveMegabytes), "characters long");
    String tooLong = "a".repeat(20_001);
    refused(story, "decideOutcome", with("decisionReasons", tooLong), "characters long");

    String narrative = "Twenty thousand. ".repeat(2_000).substring(0, 19_999) + "!";
    story.does("head", "decideOutcome", with("decisionReasons", narrative));
    assertThat(given(story, "decide-outcome").values()).containsEntry("decisionReasons", narrative);
  }

  @Test
  @DisplayName("that is no form at all is refused")
  void noForm() {
    Story story = viewed(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with()));
    String task = story.task("head", "decideOutcome").path("id").asText();
    TasklistUser head = story.user("head");
    String path = "engine:task/" + task + "/submit-form";
    for (String body :
        List.of("", "{", "[]", "{\"variables\":{\"a\":1,\"a\":2}}", "{\"variables\":3}")) {
      assertThat(head.post(path, body).status()).as(body).isEqualTo(400);
    }
    assertThat(story.open()).containsExactly("decideOutcome");
  }

  @Test
  @DisplayName("about agencies is refused")
  void agencies() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    Set<String> before = story.open();
    assertThat(
            story
                .tries("manager", "chooseAgencies", with("agencies", List.of("starfleet")))
                .expect(400)
                .text())
        .contains("not one of the answers offered");
    assertThat(story.presses("manager", "agencies", with("agency", "starfleet")).text())
        .contains("Nothing was changed");
    assertThat(story.open()).isEqualTo(before);
    asked(story, "police");
    assertThat(story.presses("la", "withdrawal", with("reasons", "  ")).text()).contains("Say why");
    assertThat(
            story
                .presses(
                    "la",
                    "clocks/rapid-review",
                    with("change", "pause", "scope", "", "reason", " "))
                .text())
        .contains("Nothing was changed");
    assertThat(story.open()).doesNotContain("approveWithdrawal");
    assertThat(story.clock("rapid-review").pausedOn()).isNull();
  }

  @Test
  @DisplayName("that looks like a program is text, and stays text")
  void programs() {
    Canary program = new Canary("<script>alert(1)</script>${123*9}");
    String more = "[[${123*9}]] #{123*9} {{123*9}} ${''.getClass()} <img src=x onerror=alert(1)>";
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20").writtenBy(program::in);
    viewed(story.referredBy("manager", with()));
    Chapters.decided(story, "reasonsForReferrer", more, "decisionReasons", more);
    asked(Chapters.notified(story), "police")
        .does("author-police", "confirmInvolvement")
        .does("author-police", "completeReturn");

    assertThat(given(story, "decide-outcome").values().get("decisionReasons").toString())
        .isEqualTo(more + " " + program.word());
    String page = story.user("manager").get("/case/" + story.reference).expect(200).text();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)", "${123*9}", "[[${")
        .doesNotContain("<script>alert(1)", "<img src=x", "1107");
    String letter = story.wording(story.letters("referral/decision").get(0));
    assertThat(letter).contains(more + " " + program.word()).doesNotContain("1107");
    assertThat(story.letters("rapidreview/information-request")).hasSize(1);
  }

  private void refused(Story story, String task, Map<String, Object> wrong, String words) {
    int answers = desk.the(Answers.class).of(story.reference).size();
    int lines = desk.the(AuditTrail.class).of(story.reference).size();
    Answer answer = story.tries("head", task, wrong).expect(400);
    assertThat(answer.body().path("message").asText()).contains("Nothing was changed", words);
    assertThat(answer.body().path("fields").has(wrong.keySet().iterator().next())).isTrue();
    assertThat(story.open()).containsExactly(task);
    assertThat(desk.the(Answers.class).of(story.reference)).hasSize(answers);
    assertThat(desk.the(AuditTrail.class).of(story.reference)).hasSize(lines);
  }

  private FormAnswers given(Story story, String form) {
    return desk.the(Answers.class).latest(story.reference, form, "").orElseThrow();
  }

  private int cases() {
    return desk.the(CaseFiles.class).of(STAFFORDSHIRE).size();
  }
}
