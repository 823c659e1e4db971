package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.scoped;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("The reviewer of a practice review")
class ReviewerStoriesTest extends StoryTest {

  @Test
  @Requirement({"R-058", "R-075", "R-138", "D-05"})
  @DisplayName("is checked for conflicts, agreed by the partners, and named to those outside")
  void commission() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    assertThat(story.open()).contains("recordReviewer");
    String task = story.task("manager", "recordReviewer").path("id").asText();
    assertThat(story.user("manager").formVariables(task).expect(200).text())
        .as("a row for the agency that was asked")
        .contains("South Gloucestershire police");
    story.tries("manager", "recordReviewer", with("reviewerIndependent", null)).expect(400);
    story
        .tries(
            "manager",
            "recordReviewer",
            with("reviewerIndependent", false, "notIndependentReasons", null))
        .expect(400);
    story
        .does("manager", "recordReviewer", with("reviewerName", "Ira Invented"))
        .does("police", "agreeReviewer", with("reviewerAgreed", false))
        .does("manager", "recordReviewer")
        .does("la", "agreeReviewer");
    story.tries("manager", "recordContract", with("reviewEndsOn", "2026-05-12")).expect(400);
    story.tries("manager", "recordContract", with("reviewMethodology", " ")).expect(400);
    story.does("manager", "recordContract");
    assertThat(story.letters("cspr/reviewer-appointed"))
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());

    story.does("head", "approveAppointmentLetter");
    assertThat(story.letters("cspr/reviewer-appointed"))
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("Jo Invented", "Lee Invented", "11 November 2026")
                  .doesNotContain("Ira Invented", "Robin Sample");
            })
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "ofsted", "dfe");
    assertThat(story.open()).contains("draftTerms").doesNotContain("recordReviewer");
  }

  @Test
  @Requirement({"R-138", "D-05"})
  @DisplayName("with a conflict of interest is agreed only with a reason")
  void conflict() {
    Story story = initiated(story(STAFFORDSHIRE, "2026-05-11"));
    // Not everywhere is the reviewer independent as a rule, and then no one says why.
    Map<String, Object> conflict =
        with(
            "conflictFound",
            true,
            "conflictDetails",
            "A relative works for the police.",
            "reviewerIndependent",
            false,
            "notIndependentReasons",
            null);
    story.tries("manager", "recordReviewer", with("conflictFound", true)).expect(400);
    story.does("manager", "recordReviewer", conflict);
    story.tries("health", "agreeReviewer", with()).expect(400);
    story.does(
        "health",
        "agreeReviewer",
        with("conflictAcceptedReasons", "The second reviewer speaks with the police."));
    assertThat(story.open()).contains("recordContract");
    assertThat(story.page("la")).contains("The second reviewer speaks with the police.");
  }

  @Test
  @DisplayName("is looked at again and again while the review runs, and asked in writing")
  void monitoring() {
    Story story = commissioned(initiated(story(ESSEX, "2026-05-11")));
    assertThat(story.clock("reviewer-monitoring").dueOn()).isEqualTo("2026-06-09");
    assertThat(story.open()).doesNotContain("checkTimeAndQuality");
    story.on("2026-06-02");
    assertThat(story.open()).contains("checkTimeAndQuality");
    assertThat(notices(story)).isEmpty();
    story.on("2026-06-10");
    assertThat(notices(story)).isNotEmpty();
    assertThat(story.clock("reviewer-monitoring").state()).isEqualTo(ClockState.OVERDUE);

    story.tries("manager", "checkTimeAndQuality", with("writtenRequest", true)).expect(400);
    story
        .does(
            "manager",
            "checkTimeAndQuality",
            with(
                "writtenRequest",
                true,
                "requestText",
                "The draft of the first chapter.",
                "requestDueOn",
                "today+10"))
        .does("police", "approveRequest");
    assertThat(story.letters("cspr/reviewer-request"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("lead-reviewer");
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("The draft of the first chapter.", "20 June 2026");
            });

    assertThat(story.clock("reviewer-monitoring").dueOn()).isEqualTo("2026-07-08");
    story.on("2026-07-01").does("manager", "checkTimeAndQuality");
    assertThat(story.clock("reviewer-monitoring").triggerOn()).isEqualTo("2026-07-01");
    assertThat(story.letters("cspr/reviewer-request")).hasSize(1);

    scoped(story.on("2026-07-22")).goesOnUntil("publishReport");
    assertThat(story.open()).contains("publishReport").doesNotContain("checkTimeAndQuality");
    assertThat(story.clock("reviewer-monitoring").state()).isEqualTo(ClockState.CANCELLED);
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.RUNNING);
  }

  @Test
  @DisplayName("can be replaced from the case page; the six months run on")
  void replaced() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    Map<String, Object> reasons = with("reasons", "The reviewer is ill.");
    assertThat(story.presses("manager", "reviewer", reasons).text())
        .contains("A reviewer is being commissioned");
    commissioned(story).on("2026-06-01");
    story.presses("la", "reviewer", reasons).expect(403);
    story.presses("manager", "reviewer", reasons).expect(200);
    assertThat(story.presses("manager", "reviewer", reasons).text())
        .contains("A reviewer is being commissioned");
    assertThat(story.open()).contains("draftTerms", "recordReviewer");

    commissioned(story, "reviewerName", "Ira Invented", "furtherReviewers", List.of());
    assertThat(story.clock("practice-review").dueOn()).isEqualTo("2026-11-11");
    List<Letter> letters = story.letters("cspr/reviewer-appointed");
    assertThat(letters).hasSize(6);
    assertThat(story.wording(letters.get(5)))
        .contains("another reviewer", "Ira Invented", "Jo Invented no longer leads it")
        .doesNotContain("ill.", "Lee Invented");
    assertThat(story.open()).contains("draftTerms").doesNotContain("recordReviewer");
    story.trailTells("The reviewer is to be replaced.", "\"Agree the reviewer\" was completed");
  }

  private static List<Letter> notices(Story story) {
    return story.letters("notices/clock-overdue").stream()
        .filter(letter -> story.wording(letter).contains("Time and quality"))
        .toList();
  }
}
