package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.AgreedDate;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Deadline;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("The six months of a practice review")
class DelayStoriesTest extends StoryTest {

  private static final String LA = "safeguarding-partner-local-authority";

  @Test
  @Requirement("R-136")
  @DisplayName("that will not do are explained to those outside before they have passed")
  void late() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    LocalDate due = story.clock("practice-review").dueOn();
    assertThat(due).isEqualTo("2026-11-11");
    story.on("2026-09-01");
    story.presses("manager", "events/review-delay", with()).expect(200);
    assertThat(story.task("manager", "checkPublicationDate").path("due").asText())
        .startsWith("2026-11-11T");
    story.tries("manager", "checkPublicationDate", with("publishedInTime", null)).expect(400);
    assertThat(story.page("manager"))
        .as("asked once at a time")
        .doesNotContain("When publication within six months comes into doubt");
    story.does("manager", "checkPublicationDate", with("publishedInTime", false));

    story.tries("manager", "explainReviewDelay", with("delayReasons", " ")).expect(400);
    // A date within the six months is no delay.
    assertThat(
            story
                .tries("manager", "explainReviewDelay", with("newDueOn", "2026-11-01"))
                .expect(400)
                .text())
        .contains("must lie after 11 November 2026");
    assertThat(story.open()).contains("explainReviewDelay");
    story.does("manager", "explainReviewDelay", with("newDueOn", "2027-02-01"));
    assertThat(story.letters("cspr/delay"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    story.does("la", "approveReviewDelay");
    assertThat(story.letters("cspr/delay"))
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("11 November 2026", "1 February 2027", "nothing be published")
                  .doesNotContain("Robin Sample");
            })
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.RUNNING);
    story.trailTells("Child safeguarding practice review\" will be late", "1 February 2027");

    // The date of guidance stands: the notice goes on the day after it, and no one is asked again.
    story.on("2026-11-12");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.OVERDUE_EXPLAINED);
    assertThat(story.letters("notices/clock-overdue"))
        .anySatisfy(
            letter -> assertThat(story.wording(letter)).contains("practice review was due by"));
    assertThat(story.open()).doesNotContain("explainReviewDelay", "checkPublicationDate");
    story.on("2027-02-02");
    assertThat(story.letters("notices/new-date-passed")).isNotEmpty();
    assertThat(story.open()).contains("explainReviewDelay").doesNotContain("checkPublicationDate");
  }

  @Test
  @Requirement("R-136")
  @DisplayName("stand when the Panel agrees to another day, which two roles record and confirm")
  void agreed() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")).on("2026-10-01");
    assertThat(story.page("learning")).doesNotContain("Record a new date agreed by the Panel");
    story.presses("manager", "events/agreed-date", with()).expect(200);
    refused(story, "agreedDueOn", "2026-11-11", "must be after 11 November 2026");
    refused(story, "agreedLetterOn", "2026-05-08", "must not be before");
    refused(story, "agreedLetterOn", "2026-10-02", "future");
    refused(story, "agreedLetterReference", " ", "");
    refused(story, "agreedDateClock", "rapid-review", "not running in this case");
    story.does("manager", "recordAgreedDate", with("agreedDueOn", "2027-02-26"));

    assertThat(story.clock("practice-review").agreed()).as("recorded only").isNull();
    String confirmation = story.task("head", "confirmAgreedDate").path("id").asText();
    story.user("manager").claim(confirmation).expect(404);
    story.does(
        "head",
        "confirmAgreedDate",
        with("agreedDateDecision", "wrong", "agreedDateCorrection", "It says 26 March."));
    story.does("manager", "recordAgreedDate", with("agreedDueOn", "2027-03-26"));
    story.does("la", "confirmAgreedDate", with("agreedDateConfirmedByRole", LA));

    Deadline clock = story.clock("practice-review");
    assertThat(clock.agreed())
        .isEqualTo(
            new AgreedDate(
                LocalDate.of(2027, 3, 26), LocalDate.of(2026, 10, 1), "CSPRP/2026/0117"));
    assertThat(clock.dueOn()).isEqualTo("2026-11-11");
    story.trailTells("the Panel has agreed to a second date, Friday 26 March 2027");
    story.on("2026-11-12");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.OVERDUE_AGREED);
    assertThat(story.page("manager"))
        .contains("overdue, new date agreed 26 March 2027", "CSPRP/2026/0117");
    assertThat(story.open()).doesNotContain("explainReviewDelay", "checkPublicationDate");
    story.on("2027-03-27");
    assertThat(story.open()).contains("explainReviewDelay");

    story.presses("manager", "events/agreed-date", with()).expect(200);
    story
        .does("manager", "recordAgreedDate", with("agreedDueOn", "2027-06-30"))
        .does("head", "confirmAgreedDate", with("agreedDateDecision", "not-agreed"));
    assertThat(story.clock("practice-review").agreed().until()).isEqualTo("2027-03-26");
    story.trailTells("The Panel has not agreed to a new date");
  }

  private static void refused(Story story, String key, String value, String why) {
    assertThat(story.tries("manager", "recordAgreedDate", with(key, value)).expect(400).text())
        .contains(why);
  }

  @Test
  @Requirement("R-136")
  @DisplayName("can be explained again when the new date comes into doubt as well")
  void again() {
    Story story = initiated(story(STAFFORDSHIRE, "2026-05-11"));
    delayed(story.on("2026-10-01"), "2027-01-15");
    delayed(story.on("2027-01-04"), "2027-04-30");
    assertThat(story.letters("cspr/delay")).hasSize(4);
    assertThat(story.wording(story.letters("cspr/delay").get(3))).contains("30 April 2027");
    assertThat(story.clock("practice-review").explainedUntil()).isEqualTo("2027-04-30");
    assertThat(story.clock("practice-review").dueOn()).isEqualTo("2026-11-11");
    story.on("2027-05-01");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.open()).contains("explainReviewDelay");
  }

  @Test
  @DisplayName("are looked at and found enough, and that leaves a trace")
  void inTime() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")).on("2026-08-03");
    story.presses("manager", "events/review-delay", with()).expect(200);
    story.does("manager", "checkPublicationDate");
    assertThat(story.open()).doesNotContain("explainReviewDelay", "checkPublicationDate");
    assertThat(story.letters("cspr/delay")).isEmpty();
    story.trailTells("The report is expected to be published in time.");
  }

  @Test
  @DisplayName("are asked about by themselves when the reminder is due, and once they have passed")
  void asked() {
    Story story = initiated(story(ESSEX, "2026-05-11")).on("2026-10-13");
    assertThat(story.open()).doesNotContain("checkPublicationDate");
    story.on("2026-10-14");
    assertThat(story.open()).contains("checkPublicationDate");
    story.does("manager", "checkPublicationDate");
    assertThat(story.open()).doesNotContain("checkPublicationDate");
    story.on("2026-11-12");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.OVERDUE);
    // It is late now: no one can say that it is in time.
    assertThat(story.open()).contains("explainReviewDelay").doesNotContain("checkPublicationDate");
    story.does("manager", "explainReviewDelay").does("health", "approveReviewDelay");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.OVERDUE_EXPLAINED);
  }

  @Test
  @DisplayName("are looked at by no one before there is a practice review, nor by anyone else")
  void notYet() {
    Story story = Chapters.withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.presses("manager", "events/review-delay", with());
    assertThat(story.open()).doesNotContain("checkPublicationDate");
    story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.presses("learning", "events/review-delay", with());
    assertThat(story.open()).doesNotContain("checkPublicationDate");
    assertThat(story.page("manager")).contains("Explain a delay of the review");
    assertThat(story.page("learning")).doesNotContain("Explain a delay of the review");
  }

  private static void delayed(Story story, String newDate) {
    story.presses("manager", "events/review-delay", with()).expect(200);
    if (story.open().contains("checkPublicationDate")) {
      story.does("manager", "checkPublicationDate", with("publishedInTime", false));
    }
    story
        .does("manager", "explainReviewDelay", with("newDueOn", newDate))
        .does("head", "approveReviewDelay");
  }
}
