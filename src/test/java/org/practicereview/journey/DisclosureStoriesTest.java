package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("A request for disclosure")
class DisclosureStoriesTest extends StoryTest {

  private static final String FIRST = "item:disclosure-request-1";

  @Test
  @DisplayName("under freedom of information is answered in twenty working days, by two people")
  void freedomOfInformation() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    asked(story);
    story.tries("manager", "recordDisclosureRequest", with("requesters", List.of())).expect(400);
    story.tries("manager", "recordDisclosureRequest", with("disclosureAsked", "")).expect(400);
    story.does("manager", "recordDisclosureRequest");
    // Monday 25 May 2026 is a bank holiday.
    assertThat(story.clock("disclosure-request", FIRST).dueOn()).isEqualTo("2026-06-09");
    assertThat(story.clock("disclosure-request", FIRST).rule().citation())
        .contains("Freedom of Information Act 2000, section 10");
    story.tries("manager", "recordLegalAdvice", with("legalAdvice", null)).expect(400);
    story.does("manager", "recordLegalAdvice").does("head", "decideDisclosure");
    story.tries("police", "agreeDisclosure", with("disclosureAgreed", false)).expect(400);
    story.does(
        "police",
        "agreeDisclosure",
        with("disclosureAgreed", false, "disclosureNotAgreedReasons", "The brief can be given."));
    String task = story.task("head", "decideDisclosure").path("id").asText();
    assertThat(story.user("head").formVariables(task).expect(200).text())
        .contains("The brief can be given.");
    story.tries("head", "decideDisclosure", with("disclosureDecision", "given")).expect(400);
    assertThat(story.letters("cspr/disclosure-reply")).isEmpty();
    story.does(
        "head",
        "decideDisclosure",
        with("disclosureDecision", "partly-given", "disclosureGiven", "The learning brief."));
    story.does("police", "agreeDisclosure").does("head", "approveDisclosureReply");
    assertThat(story.letters("cspr/disclosure-reply"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(letter.recipientRole()).doesNotContain("Ash Invented");
              assertThat(story.wording(letter))
                  .contains("Dear Ash Invented", "part of what you asked for")
                  .contains("The learning brief.", "section 50")
                  .contains("custodian of the original answers any court order")
                  .doesNotContain("Robin Sample");
            });
    assertThat(story.clock("disclosure-request", FIRST).state()).isEqualTo(ClockState.MET);
    story.trailTells("Disclosure request 1 has ended.");
  }

  @Test
  @Requirement("R-150")
  @DisplayName("of a court counts to the day the court has set; the custodian answers it")
  void court() {
    Story story = initiated(story(STAFFORDSHIRE, "2026-05-11"));
    asked(story);
    Map<String, Object> order =
        with("disclosureKind", "court", "disclosureDateNamed", true, "answerNeededOn", null);
    story.tries("manager", "recordDisclosureRequest", order).expect(400);
    order.put("answerNeededOn", "2026-05-01");
    story.tries("manager", "recordDisclosureRequest", order).expect(400);
    order.put("answerNeededOn", "2026-05-20");
    story.does("manager", "recordDisclosureRequest", order);
    assertThat(story.clock("disclosure-request", FIRST).dueOn()).isEqualTo("2026-05-20");
    assertThat(story.page("manager")).contains("on that day an answer is needed");
    story.on("2026-05-15");
    assertThat(story.letters("notices/clock-reminder")).isNotEmpty();
    story.on("2026-05-21");
    assertThat(story.clock("disclosure-request", FIRST).state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue")).isNotEmpty();
    story
        .does("manager", "recordLegalAdvice")
        .does("head", "decideDisclosure", with("disclosureDecision", "custodian"))
        .does("health", "agreeDisclosure")
        .does("la", "approveDisclosureReply");
    assertThat(story.wording(story.letters("cspr/disclosure-reply").get(0)))
        .contains("The custodian of the sealed original will answer you.")
        .doesNotContain("section 50", "Information Commissioner");
    assertThat(story.clock("disclosure-request", FIRST).state()).isEqualTo(ClockState.MET_LATE);
  }

  @Test
  @DisplayName("stands beside another one, each with its own clock and reply")
  void two() {
    Story story = initiated(story(ESSEX, "2026-05-11"));
    asked(story);
    story.does("manager", "recordDisclosureRequest").on("2026-05-18");
    asked(story);
    story
        .does("manager", "recordLegalAdvice")
        .does(
            "manager",
            "recordDisclosureRequest",
            with(
                "disclosureKind",
                "subject-access",
                "disclosureDateNamed",
                true,
                "answerNeededOn",
                "2026-06-18"));
    assertThat(story.clock("disclosure-request", FIRST).dueOn()).isEqualTo("2026-06-09");
    assertThat(story.clock("disclosure-request", "item:disclosure-request-2").dueOn())
        .isEqualTo("2026-06-18");
    story
        .does("head", "decideDisclosure")
        .does("police", "agreeDisclosure")
        .does("la", "approveDisclosureReply");
    assertThat(story.letters("cspr/disclosure-reply"))
        .extracting(Letter::caseReference)
        .containsExactly(story.reference);
    assertThat(story.clock("disclosure-request", "item:disclosure-request-2").isOpen()).isTrue();
    assertThat(story.open()).contains("recordLegalAdvice");
  }

  private static void asked(Story story) {
    story.presses("manager", "events/disclosure-request", with()).expect(200);
  }
}
