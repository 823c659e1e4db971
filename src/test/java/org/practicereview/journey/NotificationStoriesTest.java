package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.ClockState;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("A notification")
class NotificationStoriesTest extends StoryTest {

  private static final String LATE = "notification/late";

  @ParameterizedTest(name = "{0}")
  @Requirement("R-122")
  @DisplayName("covers several children of one incident:")
  @ValueSource(ints = {2, 3, 4})
  void severalChildren(int number) {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    story.does("head", "completeNotification", with("children", children(number)));
    assertThat(story.desk.the(CaseFacts.class).of(story.reference).get("children"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(number);
  }

  @Test
  @DisplayName("of five children is refused: one notification covers four")
  void fiveChildren() {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    assertThat(
            story
                .tries("head", "completeNotification", with("children", children(5)))
                .expect(400)
                .body()
                .path("message")
                .asText())
        .contains("at most 4");
    assertThat(story.open()).containsExactly("completeNotification");
  }

  @Test
  @Requirement("R-123")
  @DisplayName("that is late is sent all the same, with the reason")
  void late() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    decided(viewed(story.referredBy("manager", with("incidentOn", "2026-05-08"))));
    assertThat(story.clock("serious-incident-notification").dueOn()).isEqualTo("2026-05-15");
    story.on("2026-05-14");
    assertThat(story.letters("notices/clock-reminder")).isNotEmpty();
    story.on("2026-05-18");
    assertThat(story.clock("serious-incident-notification").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.letters("notices/clock-overdue"))
        .extracting(Letter::recipientKind)
        .contains(
            "head-of-safeguarding",
            "safeguarding-partner-local-authority",
            "safeguarding-partner-police",
            "safeguarding-partner-health");
    assertThat(story.open()).containsExactly("completeNotification");

    story.does("head", "completeNotification").does("head", "recordPartnersConsulted");
    assertThat(
            story
                .tries(
                    "head",
                    "submitNotification",
                    with("notificationLate", false, "lateReason", null))
                .expect(400)
                .text())
        .as("that it is late is worked out, and the reason is asked")
        .contains("lateReason");
    assertThat(story.letters(LATE)).isEmpty();
    story.does(
        "head",
        "submitNotification",
        with("lateReason", "The identity of the child was not clear."));
    assertThat(story.letters(LATE))
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("The identity of the child was not clear.", "15 May 2026")
                    .doesNotContain("Robin"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state");
    assertThat(story.clock("serious-incident-notification").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(story.page("manager")).contains("The identity of the child was not clear.");
  }

  @Test
  @DisplayName("is withdrawn when a second partner approves, and everyone it concerns is told")
  void withdrawn() {
    Story story = asked(underReview(story(STAFFORDSHIRE, "2026-05-11")), "health", "education");
    story
        .presses("manager", "withdrawal", with("reasons", "The injury has a medical cause."))
        .expect(403);
    story
        .presses("la", "withdrawal", with("reasons", "The injury has a medical cause."))
        .expect(200);
    assertThat(story.user("la").task(story.reference, "userTask_approveWithdrawal"))
        .as("the partner who asks cannot approve")
        .isEmpty();
    story.does("police", "approveWithdrawal");

    story.hasEnded("withdrawn");
    assertThat(story.letters("notification/withdrawal"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder(
            "panel",
            "ofsted",
            "dfe",
            "agency:health",
            "agency:education",
            "safeguarding-partner-local-authority",
            "safeguarding-partner-police",
            "safeguarding-partner-health");
    Letter toPanel =
        story.letters("notification/withdrawal").stream()
            .filter(letter -> letter.recipientKind().equals("panel"))
            .findFirst()
            .orElseThrow();
    assertThat(story.wording(toPanel))
        .contains(
            "The local authority, which made it, asked for this",
            "The injury has a medical cause.",
            "What was notified serious harm to a child");
    story.trailTells(
        "withdrawal of the notification was asked for by the safeguarding partner local authority",
        "\"Approve the withdrawal\" was completed",
        "closed");
    assertThat(story.page("manager")).contains("The injury has a medical cause.");
  }

  @Test
  @DisplayName("stands when the second partner refuses the withdrawal")
  void withdrawalRefused() {
    Story story = asked(underReview(story(STAFFORDSHIRE, "2026-05-11")), "health");
    assertThat(
            story
                .presses("health", "withdrawal", with("reasons", "We are not sure of it."))
                .expect(200)
                .text())
        .contains("The local authority has to approve it.");
    assertThat(story.user("police").task(story.reference, "userTask_approveWithdrawal"))
        .as("without the local authority nothing is withdrawn")
        .isEmpty();
    story.does("la", "approveWithdrawal", with("withdrawalApproved", false));
    assertThat(story.letters("notices/withdrawal-refused")).isNotEmpty();
    assertThat(story.letters("notification/withdrawal")).isEmpty();
    assertThat(story.caseFile().isOpen()).isTrue();
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.RUNNING);
    assertThat(story.open())
        .containsExactly(
            "confirmInvolvement", "prepareReport", "protectChildrenNow", "shareEarlyLearning");
  }

  @Test
  @Requirement({"R-112", "R-120", "R-122", "R-124"})
  @DisplayName("says what is notified and to whom, and none is made without the Panel")
  void whatAndToWhom() {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    for (String wrong : List.of("care-leaver-death", "child-death")) {
      assertThat(
              story
                  .tries("head", "completeNotification", with("notificationNature", wrong))
                  .expect(400)
                  .text())
          .contains("notificationNature");
    }
    assertThat(
            story
                .tries("head", "completeNotification", with("abuseOrNeglect", "not-suspected"))
                .expect(400)
                .text())
        .contains("abuseOrNeglect");
    assertThat(OpenForm.asItOpens(story.user("head"), story.task("head", "completeNotification")))
        .as("what was told and done so far")
        .containsEntry("caseOutline", story.referral(Map.of()).get("incidentOutline"))
        .containsKey("immediateAction");
    story.tries("head", "completeNotification", with("caseOutline", " ")).expect(400);
    story.does("head", "completeNotification").does("head", "recordPartnersConsulted");
    String task = story.task("head", "submitNotification").path("id").asText();
    for (String other : List.of("police", "health", "manager", "executive")) {
      assertThat(story.user(other).submitForm(task, with()).status())
          .as("only the local authority notifies")
          .isIn(403, 404);
    }
    assertThat(
            story
                .tries("head", "submitNotification", with("recipients", List.of("ofsted", "dfe")))
                .expect(400)
                .text())
        .contains("without the Panel there is no notification");
    for (String without : List.of("ofsted", "dfe")) {
      assertThat(
              story
                  .tries(
                      "head", "submitNotification", with("recipients", List.of("panel", without)))
                  .expect(400)
                  .text())
          .contains("the one submission goes to the Panel, Ofsted and the Department");
    }
    story.tries("head", "submitNotification", with("notificationReference", null)).expect(400);
    story.does("head", "submitNotification", with("recipients", List.of("panel", "ofsted", "dfe")));
    assertThat(story.wording(story.letters("notification/partners-notice").get(0)))
        .contains(
            "serious harm to a child",
            "Child Safeguarding Practice Review Panel",
            "Ofsted",
            "Department for Education")
        .doesNotContain("the local safeguarding partners");
  }

  private static List<Map<String, Object>> children(int number) {
    @SuppressWarnings("unchecked")
    Map<String, Object> first =
        ((List<Map<String, Object>>)
                SampleAnswers.packaged()
                    .of("complete-notification", LocalDate.of(2026, 5, 11))
                    .get("children"))
            .get(0);
    List<Map<String, Object>> children = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      Map<String, Object> child = new LinkedHashMap<>(first);
      child.put("childName", "Child " + i + " Sample");
      children.add(child);
    }
    return children;
  }
}
