package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.positioned;
import static org.practicereview.journey.Chapters.withThePanel;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("A national review")
class NationalReviewStoriesTest extends StoryTest {

  private static final String FINDING =
      "Health visitors and police share what they know of violence at home.";
  private static final String OTHER = "Supervision asks what a day is like for the child.";

  @Test
  @Requirement("R-134")
  @DisplayName("keeps the case open, from the Panel's decision to the action plan and the end")
  void keepsTheCaseOpen() {
    Story story = decided(story(ESSEX, "2026-05-11"), false);
    assertThat(story.letters("rapidreview/national-review-records"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("agency:police");
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter)).contains("safe and unchanged", "The case stays");
            });
    assertThat(story.letters("rapidreview/outcome"))
        .filteredOn(letter -> letter.recipientKind().equals("agency:police"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Keep all records", "Leave the alert on")
                    .doesNotContain("take it off", "need do nothing more"));
    assertThat(story.open())
        .contains("nameLiaison", "listMaterial", "recordFamilyToTell", "continueLearning");

    story
        .tries("learning", "continueLearning", with("localLearningMeanwhile", "Tell Robin Sample."))
        .expect(400);
    story
        .does("learning", "continueLearning")
        .does("manager", "nameLiaison")
        .does("head", "approveLiaison");
    assertThat(story.letters("rapidreview/national-review-liaison"))
        .singleElement()
        .satisfies(letter -> assertThat(story.wording(letter)).contains("Sam Invented"));
    story
        .does(
            "manager",
            "listMaterial",
            with("materialComplete", false, "materialMissing", "The chronology of the school."))
        .does("manager", "listMaterial")
        .tries("manager", "recordFamilyToTell", noLetter(" "))
        .expect(400);
    assertThat(
            story
                .tries(
                    "manager",
                    "recordFamilyToTell",
                    with("familyContacts", List.of(member("Ms Sample"), member("Mr Sample"))))
                .expect(400)
                .text())
        .contains("is the code of another row");
    story
        .does("manager", "recordFamilyToTell", noLetter("The parents share a letter box."))
        .does("manager", "agreeFamilyContact");
    assertThat(story.open())
        .as("no letter is safe, so the visit is recorded")
        .contains("recordFamilyTold")
        .doesNotContain("approveNationalFamily");
    story.tries("head", "recordFamilyTold", with("nationalFamilyToldOn", "today+1")).expect(400);
    story.does("head", "recordFamilyTold");

    story.on("2026-10-01");
    assertThat(story.clock("national-findings").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue"))
        .extracting(Letter::recipientKind)
        .contains("business-manager", "head-of-safeguarding");
    story.does(
        "manager",
        "recordFindings",
        with(
            "nationalFindingsArrived",
            false,
            "nationalFindingsExpectedOn",
            "2026-11-20",
            "nationalFindingsLaterReasons",
            "The fieldwork took longer."));
    assertThat(story.clock("national-findings").dueOn()).isEqualTo("2026-11-20");
    story.on("2026-11-18").does("manager", "recordFindings");
    assertThat(story.clock("national-findings").state()).isEqualTo(ClockState.MET);

    story.tries("subgroup", "considerFindings", considered("act")).expect(400);
    story.does("subgroup", "considerFindings");
    assertThat(story.open()).contains("agreeActionPlan");
    story.tries("manager", "agreeActionPlan", with("actions", List.of(action("1")))).expect(400);
    story
        .does("manager", "agreeActionPlan", with("actions", List.of(action("N1"))))
        .goesOnUntilTheEnd();
    story.hasEnded("no-practice-review");
    assertThat(desk.the(ActionPlans.class).of(story.reference)).hasSize(1);
    invariantsHold(story);
  }

  @Test
  @DisplayName("of which nothing follows is closed by the executive, not by the sub-group")
  void nothingToBeDone() {
    Story story = decided(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"), false);
    story
        .does(
            "manager",
            "recordFamilyToTell",
            with("childContacts", List.of(child("C1", "not-asked"))))
        .tries("manager", "agreeFamilyContact", with("childrenTold", List.of("C1")))
        .expect(400);
    Facts.say(story, Map.of("childContacts", List.of(child("C1", "given"))));
    story
        .does("manager", "agreeFamilyContact", with("childrenTold", List.of("C1")))
        .goesOnUntil("considerFindings");
    assertThat(story.letters("rapidreview/national-review-family"))
        .as("the family is written to without a local review, and the child in a child's words")
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNotNull())
        .filteredOn(letter -> letter.recipientKind().equals("rows:childContacts:C1"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Hello Ash", "not your fault", "You can say yes, no, or not now")
                    .doesNotContain("Dear ", "Panel"));
    story
        .does("subgroup", "considerFindings", considered("done", "not-here"))
        .does("executive", "confirmNoAction", with("noActionConfirmed", false))
        .does("subgroup", "considerFindings", considered("done", "done"))
        .does("executive", "confirmNoAction");
    story.hasEnded("no-practice-review");
    invariantsHold(story);
  }

  @Test
  @Requirement("R-134")
  @DisplayName("that begins while a case waits to close is acted on while other work is still open")
  void whileTheCaseWaitsToClose() {
    Story story = withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.does("manager", "recordPanelResponse");
    positioned(story, "initiationPosition", "no-review");
    story.does("la", "decideToInitiate", with("practiceReviewInitiated", false));
    story.presses("manager", "events/complaint", with()).expect(200);
    story.does("manager", "approveOutcomeLetter");
    assertThat(story.open()).as("the case waits for the complaint").contains("recordComplaint");
    story.presses("manager", "events/late-panel-answer", with()).expect(200);
    story
        .does("manager", "recordLateAnswer", with("panelResponse", "national-review"))
        .goesOnUntil("considerFindings", Set.of("recordComplaint"))
        .does("subgroup", "considerFindings");
    assertThat(story.open())
        .as("the finding does not wait for the complaint")
        .contains("agreeActionPlan", "recordComplaint");
    story.does("manager", "agreeActionPlan", with("actions", List.of(action("N1"))));
    story.goesOnUntil("preparePlanReport", Set.of("recordComplaint")).goesOnUntilTheEnd();
    story.hasEnded("no-practice-review");
    assertThat(desk.the(ActionPlans.class).of(story.reference))
        .as("no second plan")
        .extracting(PlannedAction::state)
        .containsExactly(ActionState.COMPLETE);
    invariantsHold(story);
  }

  @Test
  @DisplayName("that is decided late, beside a local review, is waited for before the case closes")
  void besideALocalReview() {
    Story story =
        initiated(story(STAFFORDSHIRE, "2026-05-11"))
            .goesOnUntil("recordFamilyContacts")
            .does("manager", "recordFamilyContacts");
    story.presses("manager", "events/late-panel-answer", with()).expect(200);
    story.does("manager", "recordLateAnswer", with("panelResponse", "national-review"));
    assertThat(story.open())
        .as("the local review has recorded the family already")
        .contains("nameLiaison", "agreeFamilyContact")
        .doesNotContain("recordFamilyToTell");
    story.presses("manager", "events/late-panel-answer", with()).expect(200);
    story.does("manager", "recordLateAnswer", with("panelResponse", "national-review"));
    assertThat(desk.tasks(story.reference))
        .as("it is not begun twice")
        .filteredOn(task -> task.getTaskDefinitionKey().equals("userTask_nameLiaison"))
        .hasSize(1);

    story
        .goesOnUntil("preparePlanReport", Set.of("recordFindings", "agreeFamilyContact"))
        .does("manager", "agreeFamilyContact");
    assertThat(story.letters("rapidreview/national-review-family"))
        .as("everyone of the family hears of it at once")
        .hasSize(2)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("together, in one meeting", "Please do not give them this letter")
                    .doesNotContain("Robin", "null"));
    story
        .does("head", "approveNationalFamily")
        .does("manager", "arrangeLetterLanguage")
        .does("head", "recordFamilyTold")
        .does("manager", "recordFindings")
        .does("subgroup", "considerFindings")
        .goesOnUntil("agreeActionPlan");
    assertThat(story.caseFile().isOpen()).isTrue();
    List<Map<String, Object>> rows = opened(story);
    assertThat(rows)
        .extracting(row -> row.get("actionRecommendation"))
        .as("the plan of the local review, and a row for the finding")
        .containsExactly("1", "2", "L", "N1");
    story.tries("manager", "agreeActionPlan", with("actions", List.of(action("N1")))).expect(400);
    story
        .does(
            "manager",
            "agreeActionPlan",
            with("actions", List.of(rows.get(0), rows.get(1), rows.get(2), action("N1"))))
        .does("executive", "approveActionPlan");
    assertThat(story.letters("postpublication/action-given"))
        .as("each agency hears once of its action")
        .hasSize(4);
    story.goesOnUntilTheEnd();
    story.hasEnded("practice-review-complete");
    assertThat(desk.the(ActionPlans.class).of(story.reference))
        .extracting(PlannedAction::state)
        .containsOnly(ActionState.COMPLETE);
    invariantsHold(story);
  }

  private static Map<String, Object> member(String name) {
    return with(
        "familyContactId", "F1",
        "familyContactName", name,
        "familyContactRelationship", "Parent",
        "familyContactLanguage", "Polish",
        "familyContactInterpreter", "translation",
        "familyContactSafeReasons", "Asked in person.");
  }

  private static Map<String, Object> child(String code, String consent) {
    Map<String, Object> child =
        with(
            "childContactId", code,
            "childContactName", "Ash",
            "childContactRelationship", "sibling",
            "childContactAgeGroup", "younger",
            "childContactAdult", "The class teacher");
    child.putAll(
        with(
            "childContactNeeds", "none known",
            "childContactInterpreter", "no",
            "childContactConsent", consent,
            "childContactConsentNotes", "Her grandparents, in writing.",
            "childContactSafe", "yes"));
    return child;
  }

  private static Map<String, Object> noLetter(String reasons) {
    return with(
        "familyCanBeWrittenTo", false, "noLetterToFamilyReasons", reasons, "familyContacts", null);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> opened(Story story) {
    return (List<Map<String, Object>>)
        OpenForm.asItOpens(story.user("manager"), story.task("manager", "agreeActionPlan"))
            .get("actions");
  }

  private Story decided(Story begun, boolean localReview) {
    return positioned(
            withThePanel(begun)
                .does("manager", "recordPanelResponse", with("panelResponse", "national-review")))
        .does("la", "decideToInitiate", with("practiceReviewInitiated", localReview))
        .does("manager", "approveOutcomeLetter");
  }

  private static Map<String, Object> considered(String... views) {
    List<String> texts = List.of(FINDING, OTHER);
    return with(
        "consideredFindings",
        IntStream.range(0, views.length)
            .mapToObj(
                i ->
                    with(
                        "findingText",
                        texts.get(i),
                        "findingView",
                        views[i],
                        "findingReasons",
                        "An audit of last year shows it."))
            .toList());
  }

  private static Map<String, Object> action(String recommendation) {
    return with(
        "actionRecommendation", recommendation,
        "actionText", "Agree how a worry about violence at home is passed on.",
        "actionAgency", "police",
        "actionOwnerRole", "Head of public protection",
        "actionStartOn", "today",
        "actionDueOn", "today+60",
        "actionOutcome", "It is passed on the same day.",
        "actionImpactMeasure", "An audit of twenty records.");
  }
}
