package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;

@DisplayName("A complaint")
class ComplaintStoriesTest extends StoryTest {

  private static final String FIRST = "item:complaint-1";

  @Test
  @DisplayName("about the reviewer is acknowledged, looked at by someone else, and answered")
  void answered() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    received(story);
    story.tries("manager", "recordComplaint", with("complainants", List.of())).expect(400);
    story.tries("manager", "recordComplaint", with("complaintText", " ")).expect(400);
    story.tries("manager", "recordComplaint", with("complaintReceivedOn", "today+1")).expect(400);
    story.does("manager", "recordComplaint");
    assertThat(story.clock("complaint", FIRST).dueOn()).isEqualTo("2026-06-09");
    assertThat(story.letters("cspr/complaint-acknowledgement"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.sentBy()).isNull());
    story.does("head", "approveAcknowledgement");
    Letter acknowledgement = story.letters("cspr/complaint-acknowledgement").get(0);
    assertThat(acknowledgement.state()).isEqualTo(LetterState.SENT);
    assertThat(acknowledgement.recipientRole()).doesNotContain("Sam Invented");
    assertThat(story.wording(acknowledgement))
        .contains("Dear Sam Invented", "9 June 2026", "Head of Safeguarding")
        .doesNotContain("Robin Sample");

    String task = story.task("head", "considerComplaint").path("id").asText();
    story.user("manager").formVariables(task).expect(404);
    story.tries("head", "considerComplaint", with("complaintOutcome", null)).expect(400);
    story.does("head", "considerComplaint");
    JsonNode approval = story.task("head", "approveComplaintOutcome");
    assertThat(
            story
                .user("head")
                .submitForm(approval.path("id").asText(), story.filledIn("head", approval, with()))
                .expect(400)
                .text())
        .contains("another person");
    story.does("police", "approveComplaintOutcome");
    assertThat(story.wording(story.letters("cspr/complaint-outcome").get(0)))
        .contains("upheld in part", "too short for you", "with an advocate");
    assertThat(story.clock("complaint", FIRST).state()).isEqualTo(ClockState.MET);
    assertThat(story.open()).doesNotContain("arrangeOtherReviewer");
    story.trailTells("Complaint 1 was entered in the register.", "Complaint 1 has ended.");
  }

  @Test
  @DisplayName("that is upheld can lead to another reviewer")
  void anotherReviewer() {
    Story story = commissioned(initiated(story(STAFFORDSHIRE, "2026-05-11")));
    received(story);
    story
        .does("manager", "recordComplaint")
        .does("la", "approveAcknowledgement")
        .does(
            "la",
            "considerComplaint",
            with("complaintOutcome", "upheld", "reviewerToBeReplaced", true))
        .does("head", "approveComplaintOutcome");
    assertThat(story.open()).contains("arrangeOtherReviewer");
    story.presses("manager", "reviewer", with("reasons", "A complaint was upheld.")).expect(200);
    assertThat(story.open()).contains("recordReviewer");
    story.does("manager", "arrangeOtherReviewer");
    assertThat(story.open()).doesNotContain("arrangeOtherReviewer");
    story.trailTells("Complaint 1 has ended.");
  }

  @Test
  @DisplayName("of someone without e-mail is answered by post; one not upheld changes nothing")
  void byPost() {
    Story story = initiated(story(ESSEX, "2026-05-11"));
    received(story);
    Map<String, Object> byPost =
        with(
            "complainants",
            List.of(
                with(
                    "complainantName",
                    "Sam Invented",
                    "complainantKind",
                    "family",
                    "complainantAddress",
                    "1 Invented Street")));
    story
        .does("manager", "recordComplaint", byPost)
        .does("health", "approveAcknowledgement")
        .does(
            "health",
            "considerComplaint",
            with(
                "complaintOutcome",
                "not-upheld",
                "complaintActions",
                null,
                "reviewerToBeReplaced",
                null))
        .does("police", "approveComplaintOutcome");
    assertThat(story.letters("cspr/complaint-outcome"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.state()).isEqualTo(LetterState.TO_BE_POSTED);
              assertThat(story.wording(letter)).contains("1 Invented Street", "is not upheld");
            });
    assertThat(story.open()).doesNotContain("arrangeOtherReviewer");
  }

  @Test
  @DisplayName("that is not answered in time is told to those responsible, and stays open")
  void late() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    received(story);
    story.does("manager", "recordComplaint").on("2026-06-10");
    assertThat(story.clock("complaint", FIRST).state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue"))
        .anySatisfy(notice -> assertThat(story.wording(notice)).contains("complaint"));
    assertThat(story.open()).contains("approveAcknowledgement");
  }

  private static void received(Story story) {
    story.presses("manager", "events/complaint", with()).expect(200);
  }
}
