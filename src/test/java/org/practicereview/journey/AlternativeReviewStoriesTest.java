package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;

@DisplayName("An alternative review")
class AlternativeReviewStoriesTest extends StoryTest {

  private static final Path EARLIER = Path.of("src/test/resources/earlier");

  @Test
  @DisplayName("is planned, commissioned, reported, considered and acted on before the case closes")
  void fromThePlanToTheEnd() {
    Story story = begun(STAFFORDSHIRE);
    story.tries("manager", "planAlternativeReview", with("alternativeReview", "none")).expect(400);
    story
        .tries(
            "manager",
            "planAlternativeReview",
            with("commissionedAgencies", List.of(asked("police"), asked("police"))))
        .expect(400);
    story.does("manager", "planAlternativeReview").does("head", "approveCommission");
    assertThat(story.letters("referral/alternative-review-commission"))
        .hasSize(2)
        .filteredOn(letter -> letter.recipientKind().equals("agency:police"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("a multi-agency learning review", "three contacts")
                    .doesNotContain("handovers between wards"));

    story.on(story.clock("alternative-review").dueOn().plusDays(1).toString());
    assertThat(story.clock("alternative-review").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue"))
        .extracting(Letter::recipientKind)
        .contains("business-manager", "head-of-safeguarding");
    story.does(
        "manager",
        "recordReports",
        with("alternativeReports", List.of(), "alternativeReportsComplete", false));
    assertThat(
            story
                .tries(
                    "manager",
                    "recordReports",
                    with("alternativeReports", List.of(report("police"))))
                .expect(400)
                .text())
        .contains("no report is recorded of");
    story.does("manager", "recordReports");
    assertThat(story.clock("alternative-review").state()).isEqualTo(ClockState.MET_LATE);

    assertThat(
            OpenForm.asItOpens(
                story.user("subgroup"), story.task("subgroup", "considerAlternativeReview")))
        .hasEntrySatisfying(
            "alternativeReportsInWords",
            words -> assertThat(words.toString()).contains("on a weekend", "no place for a worry"));
    story
        .tries(
            "subgroup",
            "considerAlternativeReview",
            with(
                "recommendations",
                List.of(
                    with(
                        "recommendationNumber",
                        1,
                        "recommendationText",
                        "Robin is asked at once.",
                        "recommendationThemes",
                        List.of("sharing-information")))))
        .expect(400);
    story.does("subgroup", "considerAlternativeReview");
    assertThat(story.letters("referral/alternative-review-learning"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(story.wording(letter)).contains("before Monday"));
    assertThat(story.open()).containsExactly("agreeActionPlan");
    story.goesOnUntilTheEnd();
    story.hasEnded("alternative-review");
    invariantsHold(story);
  }

  @Test
  @DisplayName(
      "after which nothing has to be done closes with the reasons, and shares its learning")
  void nothingToBeDone() {
    Story story = begun(ESSEX);
    story
        .does(
            "manager",
            "planAlternativeReview",
            with(
                "alternativeReview",
                "single-agency",
                "commissionedAgencies",
                List.of(asked("police"))))
        .does("head", "approveCommission")
        .does(
            "manager",
            "recordReports",
            with(
                "alternativeReports",
                List.of(),
                "missingReportReasons",
                "The force closed its own inquiry; its report is public."))
        .does(
            "subgroup",
            "considerAlternativeReview",
            with(
                "alternativeActionsNeeded",
                false,
                "recommendations",
                null,
                "noAlternativeActionReasons",
                "The force has changed its practice already."));
    story.hasEnded("alternative-review");
    assertThat(story.letters("referral/alternative-review-learning")).hasSize(1);
    invariantsHold(story);
  }

  @Test
  @DisplayName("that began on the earlier model ends on it")
  void earlierModel() throws IOException {
    deploy(
        EARLIER,
        EARLIER.resolve("alternative-review.bpmn"),
        EARLIER.resolve("carry-out-alternative-review.form"));
    Story story = begun(ESSEX);
    deploy(
        Path.of(""),
        Path.of("processes/referral/alternative-review.bpmn"),
        Path.of("forms/referral/plan-alternative-review.html"),
        Path.of("forms/referral/record-alternative-reports.html"),
        Path.of("forms/referral/consider-alternative-review.html"));
    story.does(
        "manager",
        "carryOutAlternativeReview",
        with(
            "alternativeReviewStartedOn", "today",
            "alternativeReviewFinishedOn", "today",
            "alternativeReviewSummary", "Information had been passed on late.",
            "alternativeReviewActions", "A checklist for handovers."));
    story.hasEnded("alternative-review");
  }

  private Story begun(String partnership) {
    Story story = story(partnership, "2026-05-11").referredBy("manager", with());
    return decided(
        viewed(story), "outcome", "alternative-review", "alternativeReview", "multi-agency");
  }

  /** Deploys files under their paths within a folder. */
  private void deploy(Path folder, Path... files) throws IOException {
    DeploymentBuilder deployment = desk.the(RepositoryService.class).createDeployment();
    for (Path file : files) {
      deployment.addString(folder.relativize(file).toString(), Files.readString(file));
    }
    PastTheGate.deploy(desk.the(RepositoryService.class), deployment);
  }

  private static Map<String, Object> asked(String agency) {
    return with("commissionedAgency", agency, "commissionedWork", "Look at the contacts.");
  }

  private static Map<String, Object> report(String agency) {
    return with(
        "reportingAgency", agency,
        "reportReceivedOn", "today",
        "reportSummary", "The officers did not know whom to tell on a weekend.");
  }
}
