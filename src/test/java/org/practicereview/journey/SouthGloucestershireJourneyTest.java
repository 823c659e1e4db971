package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Deadline;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("In South Gloucestershire")
class SouthGloucestershireJourneyTest extends StoryTest {

  @Test
  @Requirement({
    "R-051", "R-110", "R-121", "R-123", "R-125", "R-126", "R-127", "R-128", "R-129", "R-130",
    "R-132", "D-07", "D-09", "D-10"
  })
  @DisplayName("a professional's referral leads to the decision to initiate a practice review")
  void fromReferralToDecision() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20");
    tell(story);
    invariantsHold(story);
  }

  /** The whole story, from the public page to the decision. */
  static void tell(Story story) {
    story.referredOnThePublicPage(with("incidentOn", "2026-03-18", "awareOn", "2026-03-20"));
    assertThat(story.reference).startsWith("SG-2026-");
    dueOn(story.clock("referral-decision"), "2026-03-25");
    assertThat(story.letters("referral/acknowledgement"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.recipientKind()).isEqualTo("referrer"));

    story
        .does("head", "checkImmediateSafety")
        .does("manager", "screenReferral")
        .on("2026-03-23")
        .does("la", "giveView")
        .does("police", "giveView")
        .does("health", "giveView")
        .does("head", "decideOutcome");
    assertThat(story.clock("referral-decision").state()).isEqualTo(ClockState.MET);
    assertThat(story.letters("referral/decision"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.needsApproval()).isTrue());
    story.does("manager", "approveDecisionLetter");

    // Counted from the incident, not from the day the local authority became aware.
    dueOn(story.clock("serious-incident-notification"), "2026-03-25");
    story
        .on("2026-03-24")
        .does("head", "completeNotification")
        .does("head", "recordPartnersConsulted")
        .does("head", "submitNotification");
    assertThat(story.clock("serious-incident-notification").state()).isEqualTo(ClockState.MET);
    assertThat(story.letters("notification/partners-notice")).hasSize(3);

    // Fifteen working days from the notification; Good Friday and Easter Monday do not count.
    dueOn(story.clock("rapid-review"), "2026-04-16");
    assertThat(story.letters("rapidreview/partners-notice")).hasSize(3);
    story
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "chooseAgencies", with("agencies", List.of("police", "education")));
    dueOn(story.clock("agency-return", "police"), "2026-04-02");
    assertThat(story.letters("rapidreview/information-request"))
        .extracting(Letter::scope)
        .containsExactlyInAnyOrder("police", "education");
    assertThat(story.user("manager").get("/cases?q=" + story.reference).expect(200).text())
        .contains(story.reference, "South Gloucestershire police");
    returns(story.on("2026-04-01"), "police");
    returns(story, "education");

    story
        .on("2026-04-10")
        .does("manager", "prepareReport")
        .does("la", "signOffReport")
        .does("police", "signOffReport")
        .does("health", "signOffReport")
        .does("head", "approveReport")
        .does("manager", "recordReportSent");
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.MET);
    assertThat(story.letters("rapidreview/report"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("panel");
              assertThat(story.wording(letter))
                  .contains("carry out a child safeguarding practice review")
                  .contains("1. The facts, as far as they are known")
                  .contains("2. Safety of children, and what was shared at once")
                  .contains("3. What could be done better", "4. What comes next");
            });

    Chapters.positioned(story.on("2026-04-30").does("manager", "recordPanelResponse"))
        .does("police", "decideToInitiate")
        .does("manager", "approveOutcomeLetter");
    assertThat(story.open()).containsExactly("recordReviewer");
    dueOn(story.clock("practice-review"), "2026-10-30");
    assertThat(story.letters("rapidreview/outcome"))
        .extracting(Letter::recipientKind)
        .contains("panel", "ofsted", "dfe");

    assertThat(story.page("manager")).contains(story.reference, "30 October 2026");
    story.trailTells(
        "\"Decide the outcome\" was completed",
        "\"Submit the notification\" was completed",
        "\"Decide on a child safeguarding practice review\" was completed");
  }

  private static void returns(Story story, String agency) {
    story
        .does("author-" + agency, "confirmInvolvement")
        .does("author-" + agency, "completeReturn")
        .does("approver-" + agency, "approveReturn");
  }

  private static void dueOn(Deadline clock, String day) {
    assertThat(clock.dueOn()).isEqualTo(LocalDate.parse(day));
  }
}
