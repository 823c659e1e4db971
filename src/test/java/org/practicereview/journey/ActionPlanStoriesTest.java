package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.deadlines.ClockState;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.forms.Scope;
import org.practicereview.requirements.Requirement;

@DisplayName("The action plan")
class ActionPlanStoriesTest extends StoryTest {

  private static final String A_FILE = "VGhlIGF1ZGl0IG9mIHR3ZW50eSByZWNvcmRzLg==";

  @Test
  @Requirement({"R-028", "R-153", "D-22"})
  @DisplayName("is refused with a recommendation that no action answers, and changed on request")
  void everyRecommendation() {
    Story story = atThePlan(SOUTH_GLOUCESTERSHIRE, "1", "2");
    assertThat(
            story
                .tries("manager", "agreeActionPlan", with("actions", List.of(action("1", 90))))
                .expect(400)
                .text())
        .contains("no action answers recommendation 2");
    story.tries("manager", "agreeActionPlan", with("actions", List.of())).expect(400);
    assertThat(
            story
                .tries(
                    "manager",
                    "agreeActionPlan",
                    with("actions", List.of(action("1", 90), action("2", 90), action("3", 90))))
                .expect(400)
                .text())
        .contains("there is no recommendation of this number");
    story
        .tries(
            "manager",
            "agreeActionPlan",
            with("actions", List.of(action("1", 90), action("2", -2))))
        .expect(400);
    story.does("manager", "agreeActionPlan", plan(90, 200));
    assertThat(story.desk.the(ActionPlans.class).of(story.reference))
        .extracting(PlannedAction::state)
        .containsOnly(ActionState.PLANNED);
    assertThat(story.user("executive").get("/case/" + story.reference + "/plan").text())
        .contains("has not approved the plan yet");
    story
        .does(
            "executive",
            "approveActionPlan",
            with("planApproved", false, "planChangesNeeded", "Who looks at the evenings?"))
        .does("subgroup", "agreeActionPlan", plan(90, 250))
        .does("executive", "approveActionPlan");
    assertThat(story.clock("plan-action", Scope.item("action-2")).dueOn())
        .isEqualTo(Desk.today().plusDays(250));
    assertThat(story.letters("postpublication/action-given"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.recipientRole()).contains("police"));
  }

  @Test
  @Requirement({"R-029", "R-049", "R-154", "R-155", "R-162", "D-03", "D-23"})
  @DisplayName("is reported on every quarter from the approval, and a late report moves no other")
  void quarters() {
    Story story = atThePlan(SOUTH_GLOUCESTERSHIRE, "1");
    // The last of a month: from here, three months and three months are not six.
    LocalDate approved = LocalDate.parse("2027-08-31");
    story
        .on(approved.toString())
        .does("manager", "agreeActionPlan", plan(900))
        .does("executive", "approveActionPlan");
    List<LocalDate> due = new ArrayList<>();
    for (int quarter = 1; quarter <= 5; quarter++) {
      LocalDate date = story.clock("action-plan-report").dueOn();
      due.add(date);
      assertThat(story.open()).doesNotContain("preparePlanReport");
      story.on(date.minusDays(14).toString());
      assertThat(story.open()).contains("preparePlanReport");
      if (quarter == 2) {
        int told = story.letters("notices/clock-overdue").size();
        story.on(date.plusDays(30).toString());
        assertThat(story.clock("action-plan-report").state()).isEqualTo(ClockState.OVERDUE);
        assertThat(story.letters("notices/clock-overdue")).hasSizeGreaterThan(told);
      }
      story.does("subgroup", "preparePlanReport", with("planAdvice", "continue"));
      assertThat(story.clock("action-plan-report").state())
          .isEqualTo(quarter == 2 ? ClockState.MET_LATE : ClockState.MET);
      story.does("executive", "decidePlanReport", with("planDecision", "CONTINUE"));
    }
    assertThat(due)
        .containsExactly(
            LocalDate.parse("2027-11-30"),
            LocalDate.parse("2028-02-29"),
            LocalDate.parse("2028-05-31"),
            LocalDate.parse("2028-08-31"),
            LocalDate.parse("2028-11-30"));
    assertThat(story.letters("postpublication/plan-report"))
        .hasSize(5)
        .allSatisfy(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("executive");
              assertThat(story.wording(letter))
                  .contains("action-1", "Open", "31 August 2027", "it goes on")
                  .contains("made by the CSPR sub group");
            });
  }

  @Test
  @Requirement("R-067")
  @DisplayName("takes no action for complete without evidence, and sends back what shows nothing")
  void evidence() {
    Story story = live(SOUTH_GLOUCESTERSHIRE, 90);
    assertThat(
            story
                .tries("author-police", "reportOnAction", with("actionEvidenceText", null))
                .expect(400)
                .text())
        .contains("only with evidence");
    story.does(
        "author-police",
        "reportOnAction",
        with("actionComplete", false, "actionRag", "red", "actionProgress", "Not begun."));
    assertThat(story.open()).contains("reportOnAction").doesNotContain("reviewActionEvidence");
    story
        .does(
            "author-police",
            "reportOnAction",
            with(
                "actionEvidenceText",
                null,
                "actionEvidence",
                List.of(Map.of("name", "audit.txt", "content", A_FILE))))
        .does(
            "subgroup",
            "reviewActionEvidence",
            with("evidenceAccepted", false, "actionReturnReasons", "It shows no child."));
    assertThat(action(story).state()).isEqualTo(ActionState.RETURNED);
    String id = story.task("author-police", "reportOnAction").path("id").asText();
    assertThat(
            story
                .user("author-police")
                .formVariables(id)
                .body()
                .at("/actionReturnReasons/value")
                .asText())
        .isEqualTo("It shows no child.");
    String file =
        story.desk.the(Documents.class).of(story.reference).stream()
            .filter(document -> document.name().equals("audit.txt"))
            .findFirst()
            .orElseThrow()
            .id();
    String address = "/case/" + story.reference + "/documents/" + file;
    story.user("subgroup").get(address).expect(200);
    assertThat(story.user("author-education").get(address).status()).isIn(403, 404);
    assertThat(story.user("subgroup").get("/case/" + story.reference + "/plan").text())
        .contains("audit.txt", "Sent back with reasons", "It shows no child.");
    story.does("author-police", "reportOnAction").does("subgroup", "reviewActionEvidence");
    assertThat(story.open()).contains("confirmActionComplete").doesNotContain("reportOnAction");
    assertThat(
            story
                .tries("executive", "confirmActionComplete", with("actionConfirmed", false))
                .expect(400)
                .text())
        .contains("actionReturnReasons");
    story.does(
        "executive",
        "confirmActionComplete",
        with("actionConfirmed", false, "actionReturnReasons", "One team is not enough."));
    assertThat(action(story).state()).isEqualTo(ActionState.RETURNED);
    assertThat(story.clock("plan-action", Scope.item("action-1")).isOpen()).isTrue();
    assertThat(story.user("subgroup").get("/case/" + story.reference + "/plan").text())
        .contains("One team is not enough.");
    assertThat(
            story.filledIn(
                "author-police", story.task("author-police", "reportOnAction"), Map.of()))
        .containsEntry("actionReturnReasons", "One team is not enough.");
    story
        .does("author-police", "reportOnAction")
        .does("subgroup", "reviewActionEvidence")
        .does("executive", "confirmActionComplete");
    assertThat(action(story).state()).isEqualTo(ActionState.COMPLETE);
    assertThat(story.clock("plan-action", Scope.item("action-1")).isOpen()).isFalse();
    assertThat(story.open()).doesNotContain("reportOnAction");
    assertThat(story.clock("action-plan-report").isOpen()).as("the plan stays live").isTrue();
  }

  @Test
  @DisplayName("says when an action is due and late, and gives more time only by the executive")
  void late() {
    Story story = live(SOUTH_GLOUCESTERSHIRE, 80);
    LocalDate due = Desk.today().plusDays(80);
    story.on(due.minusDays(14).toString());
    assertThat(story.letters("postpublication/action-reminder")).hasSize(1);
    story.on(due.plusDays(1).toString());
    assertThat(story.letters("postpublication/action-overdue")).hasSize(1);
    // Progress that is reported meanwhile brings no second letter.
    story.does("author-police", "reportOnAction", with("actionComplete", false));
    story.on(story.clock("action-plan-report").dueOn().toString());
    assertThat(story.letters("postpublication/action-reminder")).hasSize(1);
    assertThat(story.letters("postpublication/action-overdue")).hasSize(1);

    assertThat(story.tries("subgroup", "preparePlanReport", with()).expect(400).text())
        .contains("this action is overdue; say why");
    assertThat(
            story
                .tries("subgroup", "preparePlanReport", statuses("action-9", "It is late."))
                .expect(400)
                .text())
        .contains("is no action of the plan", "leaves out action-1");
    story.does(
        "subgroup", "preparePlanReport", statuses("action-1", "A post was empty until last week."));
    LocalDate later = Desk.today().plusDays(60);
    story
        .tries("executive", "decidePlanReport", goesOn("extend", Desk.today().minusDays(1)))
        .expect(400);
    story.tries("executive", "decidePlanReport", goesOn("carry-over", later)).expect(400);
    story.does("executive", "decidePlanReport", goesOn("extend", later));
    assertThat(action(story).dueOn()).isEqualTo(later);
    assertThat(story.clock("plan-action", Scope.item("action-1")).dueOn()).isEqualTo(later);
    assertThat(story.clock("plan-action", Scope.item("action-1")).state())
        .isEqualTo(ClockState.RUNNING);
    story.trailTells("The Children's Partnership Executive gave action 1 more time.");
  }

  @Test
  @Requirement("R-156")
  @DisplayName("is closed by the executive alone, with a reason for each action left open")
  void signOff() {
    Story story = live(SOUTH_GLOUCESTERSHIRE, 400);
    story
        .on(story.clock("action-plan-report").dueOn().toString())
        .does("subgroup", "preparePlanReport", with("planAdvice", "sign-off"));
    String id = story.task("executive", "decidePlanReport").path("id").asText();
    for (String other : List.of("subgroup", "manager", "head", "learning")) {
      assertThat(
              story
                  .user(other)
                  .submitForm(id, with("planDecision", "SIGNED_OFF", "planDecidedOn", "2027-01-01"))
                  .expect(404)
                  .text())
          .contains("not yours to do");
    }
    assertThat(story.tries("executive", "decidePlanReport", with()).expect(400).text())
        .contains("to sign the plan off, carry it over and say why");
    assertThat(
            story
                .tries("executive", "decidePlanReport", with("actionDecisions", null))
                .expect(400)
                .text())
        .contains("cannot be signed off while action-1 is open");
    assertThat(story.open()).contains("decidePlanReport", "reportOnAction");
    story.does(
        "executive",
        "decidePlanReport",
        with(
            "actionDecisions",
            List.of(
                with(
                    "actionCode",
                    "action-1",
                    "actionDecision",
                    "carry-over",
                    "actionDecisionReasons",
                    "The plan of the next review takes it up."))));
    assertThat(action(story).state()).isEqualTo(ActionState.CARRIED_OVER);
    assertThat(story.open())
        .doesNotContain("reportOnAction", "preparePlanReport", "decidePlanReport");
    assertThat(story.desk.instances(story.reference))
        .noneMatch(
            instance ->
                Set.of("action-plan", "plan-action", "plan-report")
                    .contains(instance.getProcessDefinitionId().split(":")[0]));
    assertThat(story.clock("plan-action", Scope.item("action-1")).isOpen()).isFalse();
    assertThat(story.clock("action-plan-report").isOpen()).isFalse();
    story.trailTells(
        "The Children's Partnership Executive signed the action plan off as complete.");
    assertThat(story.letters("postpublication/plan-closed"))
        .as("the owner of the action is told what became of it")
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("agency:police");
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("carried over", "The plan of the next review takes it up.");
            });
    story.goesOnUntilTheEnd().hasEnded("practice-review-complete");
  }

  @Test
  @Requirement("D-22")
  @DisplayName("that was agreed at sign-off is only approved")
  void agreedAtSignOff() {
    Story story = atThePlan(ESSEX, "1");
    assertThat(story.open()).contains("approveActionPlan").doesNotContain("agreeActionPlan");
    story.does("executive", "approveActionPlan");
    assertThat(story.open()).contains("reportOnAction");
  }

  @Test
  @DisplayName("is shown and exported to those who see the case, and no cell is a formula")
  void export() {
    Story story = atThePlan(SOUTH_GLOUCESTERSHIRE, "1");
    Map<String, Object> action = action("1", 90);
    action.put("actionText", "=HYPERLINK(\"https://elsewhere.example\")");
    story.does("manager", "agreeActionPlan", with("actions", List.of(action)));
    String page = "/case/" + story.reference + "/plan";
    assertThat(story.user("executive").get("/case/" + story.reference).text()).contains(page);
    assertThat(story.user("executive").get(page + ".csv").expect(200).text())
        .contains("\"'=HYPERLINK(\"\"https://elsewhere.example\"\")\"")
        .contains("South Gloucestershire police");
    assertThat(story.user("author-police").get(page).status()).isIn(403, 404);
    assertThat(story.user("author-police").get(page + ".csv").status()).isIn(403, 404);
    assertThat(story.desk.user("es-executive").get(page).status()).isIn(403, 404);
  }

  /** A case whose report has these recommendations, on the day on which its plan begins. */
  private Story atThePlan(String partnership, String... recommendations) {
    Story story =
        Chapters.initiated(story(partnership, "2026-05-11"))
            .goesOnUntil(partnership.equals(ESSEX) ? "approveActionPlan" : "agreeActionPlan");
    assertThat(story.open())
        .as("the plan does not wait for publication")
        .contains("planPublication");
    keep(
        story,
        "the report",
        with(
            "recommendations",
            Stream.of(recommendations)
                .map(
                    number ->
                        with(
                            "recommendationNumber",
                            Integer.valueOf(number),
                            "recommendationText",
                            "Pass a worry on the same day."))
                .toList()));
    if (partnership.equals(ESSEX)) {
      keep(story, "agree-action-plan", plan(90));
    }
    return story;
  }

  /** A plan of one action that the police lead, approved. */
  private Story live(String partnership, int days) {
    return atThePlan(partnership, "1")
        .does("manager", "agreeActionPlan", plan(days))
        .does("executive", "approveActionPlan");
  }

  private static void keep(Story story, String form, Map<String, Object> values) {
    story
        .desk
        .the(Answers.class)
        .store(
            new FormAnswers(
                story.reference,
                form,
                "",
                "before",
                "",
                SampleAnswers.dated(values, Desk.today()),
                "system",
                Instant.now()));
  }

  /** Answers with one action for each recommendation, due so many days from now. */
  private static Map<String, Object> plan(int... days) {
    List<Map<String, Object>> actions = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      actions.add(action(String.valueOf(i + 1), days[i]));
    }
    return with("actions", actions);
  }

  private static Map<String, Object> action(String recommendation, int days) {
    return with(
        "actionRecommendation", recommendation,
        "actionText", "Agree how a worry is passed on.",
        "actionAgency", "police",
        "actionOwnerRole", "Head of public protection",
        "actionStartOn", "today",
        "actionDueOn", Desk.today().plusDays(days).toString(),
        "actionOutcome", "The call is made on the same day.",
        "actionImpactMeasure", "An audit of twenty records.");
  }

  private static Map<String, Object> statuses(String code, String why) {
    return with(
        "actionStatuses",
        List.of(
            with(
                "actionCode", code,
                "actionInShort", "Pass it on",
                "actionStatus", "open",
                "actionLate", "yes",
                "actionRag", "red",
                "actionMovement", "worse",
                "actionOverdueReasons", why,
                "actionAdvice", "extend")));
  }

  private static Map<String, Object> goesOn(String decision, LocalDate later) {
    return with(
        "planDecision",
        "CONTINUE",
        "actionDecisions",
        List.of(
            with(
                "actionCode",
                "action-1",
                "actionDecision",
                decision,
                "actionExtendedTo",
                later.toString(),
                "actionDecisionReasons",
                "It needs the new post.")));
  }

  private static PlannedAction action(Story story) {
    return story.desk.the(ActionPlans.class).of(story.reference).get(0);
  }
}
