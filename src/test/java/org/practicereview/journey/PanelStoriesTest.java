package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.positioned;
import static org.practicereview.journey.Chapters.signedOffAndSent;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.withThePanel;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.ClockState;
import org.practicereview.forms.Scope;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("With the Panel,")
class PanelStoriesTest extends StoryTest {

  @Test
  @DisplayName("a report goes that one partner sent back and another dissents from")
  void dissentAtSignOff() {
    Story story = asked(underReview(story(STAFFORDSHIRE, "2026-05-11")), "police");
    story
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "prepareReport")
        .does("la", "signOffReport")
        .does(
            "police",
            "signOffReport",
            with("signedOff", false, "signOffChangesNeeded", "The arrest is told wrongly."));
    assertThat(story.open()).containsExactly("confirmInvolvement", "reviseReport");
    assertThat(
            story
                .tries("manager", "reviseReport", with("moreAgenciesNeeded", true))
                .expect(400)
                .text())
        .as("the partners would get the report as it was")
        .contains("ask the agency from the page of the case");
    story
        .does("manager", "reviseReport", with("reportFacts", "A second version of the facts."))
        .does(
            "health",
            "signOffReport",
            with("signOffDissent", "yes", "signOffDissentReasons", "Health would not review."))
        .does("la", "signOffReport")
        .does("police", "signOffReport")
        .does("head", "approveReport")
        .does("manager", "recordReportSent");
    assertThat(story.page("la"))
        .contains("The arrest is told wrongly.", "Health would not review.")
        .contains("A second version of the facts.");
    assertThat(story.open()).contains("recordPanelResponse");
  }

  @Test
  @Requirement("R-133")
  @DisplayName("questions are answered one by one, until it agrees")
  void questions() {
    Story story = withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story
        .on("2026-05-20")
        .does(
            "manager",
            "recordPanelResponse",
            with(
                "panelResponse",
                "asks-further-information",
                "panelQuestions",
                List.of(
                    put("Which earlier reviews named the same?", "business-manager"),
                    put("Who saw the child last?", "police"))));
    assertThat(story.clock("panel-answers").dueOn()).isEqualTo("2026-05-28");
    assertThat(story.clock("panel-question", Scope.item("panel-question-1-2")).dueOn())
        .isEqualTo("2026-05-22");
    assertThat(story.open()).contains("answerPanelQuestion").doesNotContain("finishPanelAnswers");
    story
        .does("author-police", "answerPanelQuestion", with("answer", "The health visitor did."))
        .does("head", "approvePanelAnswer")
        .on("2026-05-25")
        .does("manager", "answerPanelQuestion", with("answer", "Some."))
        .does(
            "head",
            "approvePanelAnswer",
            with("panelAnswerApproved", false, "panelAnswerMissing", "Which ones?"))
        .does("manager", "answerPanelQuestion")
        .does("head", "approvePanelAnswer");
    assertThat(story.clock("panel-question", Scope.item("panel-question-1-1")).state())
        .isEqualTo(ClockState.MET_LATE);
    assertThat(story.clock("panel-question", Scope.item("panel-question-1-2")).state())
        .isEqualTo(ClockState.MET);
    story.does("manager", "finishPanelAnswers").does("head", "approvePanelAnswers");
    assertThat(story.letters("rapidreview/panel-answers"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Which earlier reviews", "Two reviews of the past five years")
                    .contains("Who saw the child last?", "The health visitor did.", "police")
                    .doesNotContain("Some."));
    assertThat(story.clock("panel-answers").state()).isEqualTo(ClockState.MET);
    assertThat(story.open()).contains("recordPanelResponse");

    story
        .on("2026-05-27")
        .does(
            "manager",
            "recordPanelResponse",
            with(
                "panelResponse",
                "asks-further-information",
                "panelQuestions",
                List.of(put("Does the authority agree?", "head-of-safeguarding"))))
        .does("head", "answerPanelQuestion", with("answer", "Yes, it agrees."))
        .does("manager", "approvePanelAnswer")
        .on("2026-06-05");
    assertThat(story.clock("panel-answers").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue"))
        .as("an answer that waits to be sent is reminded, and told when it is late")
        .extracting(Letter::recipientKind)
        .contains("business-manager");
    story
        .does("manager", "finishPanelAnswers")
        .does("head", "approvePanelAnswers")
        .on("2026-06-08")
        .does("manager", "recordPanelResponse");
    positioned(story).does("health", "decideToInitiate");
    assertThat(story.letters("rapidreview/panel-answers")).hasSize(2);
    assertThat(story.clock("practice-review").triggerOn()).isEqualTo("2026-06-08");
  }

  private static Map<String, Object> put(String question, String owner) {
    return with("question", question, "questionOwner", owner, "answerDueOn", "today+2");
  }

  @Test
  @DisplayName("that disagrees, the partners think again; their first recommendation is kept")
  void disagrees() {
    Story story = withThePanel(story(STAFFORDSHIRE, "2026-05-11"));
    story
        .on("2026-05-20")
        .does(
            "manager",
            "recordPanelResponse",
            with(
                "panelResponse", "disagrees", "panelResponseText", "We see no need for a review."));
    positioned(story, "initiationPosition", "no-review")
        .does(
            "police",
            "reconsiderRecommendation",
            with("reconsideredRecommendation", "no-practice-review"));
    CaseFacts facts = story.desk.the(CaseFacts.class);
    assertThat(facts.text(story.reference, "practiceReviewRecommended"))
        .contains("practice-review");
    assertThat(facts.text(story.reference, "reconsideredRecommendation"))
        .contains("no-practice-review");
    story.does("la", "decideToInitiate", with("practiceReviewInitiated", false));
    assertThat(story.clockOf("practice-review")).isEmpty();
    story.does("manager", "approveOutcomeLetter");
    story.hasEnded("no-practice-review");
  }

  @Test
  @Requirement({"R-052", "D-11"})
  @DisplayName("that does not answer, the service reminds and nothing is decided by itself")
  void noAnswer() {
    Story story = withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    assertThat(story.clock("panel-response").dueOn()).isEqualTo("2026-05-26");
    story.on("2026-07-01");
    assertThat(story.letters("notices/panel-answer-reminder")).as("its date had passed").isEmpty();
    assertThat(story.letters("notices/panel-answer-overdue")).hasSize(1);
    assertThat(story.open()).contains("recordPanelResponse").doesNotContain("givePosition");
    story.does("manager", "recordPanelResponse", with("panelResponse", "no-response"));
    assertThat(story.open()).contains("recordPanelResponse").doesNotContain("givePosition");
    assertThat(story.clock("panel-response").isOpen()).isTrue();
    story.does("manager", "recordPanelResponse");
    assertThat(story.open()).contains("givePosition");
  }

  @Test
  @Requirement({"R-111", "R-116"})
  @DisplayName("a review is not initiated: everyone gets the outcome, and the case is closed")
  void noPracticeReview() {
    Story story = withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.does("manager", "recordPanelResponse");
    positioned(story, "initiationPosition", "no-review");
    story.tries("la", "decideToInitiate", with("initiationDecidedByRole", null)).expect(400);
    story.tries("la", "decideToInitiate", with("panelPrefersLocalReviewNow", null)).expect(400);
    story
        .does("la", "decideToInitiate", with("practiceReviewInitiated", false))
        .does("manager", "approveOutcomeLetter");
    story.hasEnded("no-practice-review");
    assertThat(story.letters("rapidreview/outcome"))
        .hasSize(7)
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter)).contains("will not be carried out");
            })
        .extracting(Letter::recipientKind)
        .contains("panel", "ofsted", "dfe", "agency:police");
  }

  @Test
  @DisplayName("one person with the roles of two partners answers for one of them only")
  void oneForTwo() {
    IdentityService identity = desk.the(IdentityService.class);
    User both = identity.newUser("st-both");
    both.setPassword("practice-review");
    identity.saveUser(both);
    for (String partner : List.of("local-authority", "police")) {
      identity.createMembership("st-both", "staffordshire.safeguarding-partner-" + partner);
    }
    identity.createTenantUserMembership(STAFFORDSHIRE, "st-both");
    try {
      Story story = withThePanel(story(STAFFORDSHIRE, "2026-05-11"));
      story.does("manager", "recordPanelResponse");
      story.tries("both", "givePosition", with()).expect(204);
      assertThat(story.tries("both", "givePosition", with()).expect(400).text())
          .contains("You have answered this for another safeguarding partner");
      story.putsBack("both", "givePosition");
      story.does("health", "givePosition");
      assertThat(story.open()).contains("givePosition").doesNotContain("decideToInitiate");
    } finally {
      identity.deleteUser("st-both");
    }
  }

  @Test
  @Requirement("R-111")
  @DisplayName("each partner says for itself whether to review, and who differs is named")
  void positions() {
    Story story = withThePanel(story(STAFFORDSHIRE, "2026-05-11"));
    story.does("manager", "recordPanelResponse").does("la", "givePosition");
    story.does("police", "givePosition");
    assertThat(story.open()).contains("givePosition").doesNotContain("decideToInitiate");
    story.does(
        "health",
        "givePosition",
        with(
            "initiationPosition", "no-review",
            "initiationPositionReasons", "The learning is known."));

    assertThat(story.filledIn("la", story.task("la", "decideToInitiate"), Map.of()))
        .extractingByKey("partnerPositions", InstanceOfAssertFactories.STRING)
        .contains("Police (st-police): ")
        .contains("Health (st-health): The learning is known.");
    assertThat(
            story
                .tries("la", "decideToInitiate", with("initiationDissent", null))
                .expect(400)
                .text())
        .contains("initiationDissent");
    story.does(
        "la", "decideToInitiate", with("initiationDissent", "What is known is not practised."));
    assertThat(story.letters("notices/partners-differ"))
        .extracting(Letter::recipientKind)
        .contains("executive", "safeguarding-partner-health");
    assertThat(story.letters("rapidreview/outcome"))
        .filteredOn(letter -> !letter.recipientKind().startsWith("agency"))
        .isNotEmpty()
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("should not be carried out. This differs from the decision.")
                    .contains("What is known is not practised."));
    assertThat(story.letters("rapidreview/outcome"))
        .filteredOn(letter -> letter.recipientKind().startsWith("agency"))
        .isNotEmpty()
        .allSatisfy(letter -> assertThat(story.wording(letter)).doesNotContain("differs from"));
  }

  @Test
  @Requirement({"R-113", "R-114", "R-115", "R-116", "R-127", "R-129", "R-130"})
  @DisplayName("an incomplete record of the criteria comes back to its author")
  void everyCriterionNeedsAnAnswer() {
    Story story = asked(underReview(story(ESSEX, "2026-05-11")), "police");
    for (String asked :
        List.of(
            "reportFacts",
            "safetyAndSharing",
            "improvements",
            "practiceReviewRecommended",
            "improvementsNeeded",
            "improvementsNeededReasons",
            "recurrentThemes",
            "recurrentThemesReasons",
            "agenciesWorkingTogether",
            "agenciesWorkingTogetherReasons")) {
      assertThat(story.tries("manager", "prepareReport", with(asked, null)).expect(400).text())
          .contains(asked);
    }
    story.does("head", "protectChildrenNow").does("learning", "shareEarlyLearning");
    Map<String, Object> early = with("panelPrefersLocalReview", "yes");
    assertThat(story.tries("manager", "prepareReport", early).expect(400).text())
        .contains("cannot be Yes before the answer of the Panel is recorded");
    Facts.say(story, Map.of("panelResponse", "no-response"));
    story.tries("manager", "prepareReport", early).expect(400);
    story.does("manager", "prepareReport", with("recurrentThemes", "unclear"));
    story.does(
        "la", "signOffReport", with("signedOff", false, "signOffChangesNeeded", "Say more."));
    Facts.say(story, Map.of("panelResponse", "agrees"));
    story.does("manager", "reviseReport", early);
    signedOffAndSent(story);
    assertThat(story.open()).contains("recordPanelResponse");
  }
}
