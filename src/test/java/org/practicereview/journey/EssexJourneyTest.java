package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.requirements.Requirement;

@DisplayName("In Essex")
class EssexJourneyTest extends StoryTest {

  @Test
  @Requirement({"R-074", "R-075", "D-01", "D-10"})
  @DisplayName("the same journey runs by other clocks")
  void fromReferralToDecision() {
    Story story = story(ESSEX, "2026-03-20");
    story
        .referredBy("manager", with("incidentOn", "2026-03-12", "awareOn", "2026-03-19"))
        .does("head", "checkImmediateSafety")
        .does("manager", "screenReferral")
        .does("police", "giveView")
        .does("health", "giveView")
        .does("la", "giveView")
        .does("head", "decideOutcome")
        .does("manager", "approveDecisionLetter");
    assertThat(story.reference).startsWith("ES-2026-");

    // Counted from the day the local authority became aware.
    assertThat(story.clock("serious-incident-notification").triggerOn()).isEqualTo("2026-03-19");
    assertThat(story.clock("serious-incident-notification").dueOn()).isEqualTo("2026-03-26");
    story
        .on("2026-03-26")
        .does("head", "completeNotification")
        .does("head", "recordPartnersConsulted")
        .does("head", "submitNotification")
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "chooseAgencies", with("agencies", List.of("health", "housing")));
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2026-04-20");
    // Five working days here, where South Gloucestershire gives seven.
    assertThat(story.clock("agency-return", "housing").dueOn()).isEqualTo("2026-04-02");
    story
        .on("2026-04-02")
        .does("author-housing", "confirmInvolvement")
        .does("author-housing", "completeReturn")
        .does("approver-housing", "approveReturn")
        .does("author-health", "confirmInvolvement", with("involved", false));

    story
        .on("2026-04-20")
        .does("manager", "prepareReport")
        .does("health", "signOffReport")
        .does("la", "signOffReport")
        .does("police", "signOffReport")
        .does("head", "approveReport")
        .does("manager", "recordReportSent");
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.MET);
    assertThat(story.clock("panel-response").dueOn()).isEqualTo("2026-05-05");

    Chapters.positioned(story.on("2026-08-31").does("manager", "recordPanelResponse"))
        .does("la", "decideToInitiate")
        .does("manager", "approveOutcomeLetter");
    assertThat(story.clock("panel-response").state()).isEqualTo(ClockState.MET_LATE);
    // Six months after the last day of August is the last day of February.
    assertThat(story.clock("practice-review").dueOn()).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(story.letters("rapidreview/outcome").get(0))
        .satisfies(letter -> assertThat(story.wording(letter)).contains("28 February 2027"));
    assertThat(story.open()).containsExactly("recordReviewer");
    assertThat(story.page("la")).contains("Essex Safeguarding Children Board");
    invariantsHold(story);
    ProcessEngineTests.init(desk.the(ProcessEngine.class));
    ProcessEngineTests.assertThat(story.journey())
        .hasPassedInOrder(
            "callActivity_referral",
            "callActivity_notification",
            "callActivity_rapidReview",
            "callActivity_panelResponse")
        .isWaitingAt("callActivity_reviewAndPublication")
        .hasNotPassed("callActivity_alternativeReview", "callActivity_learningBrief");
  }
}
