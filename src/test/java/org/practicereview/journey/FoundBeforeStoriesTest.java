package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What was found before")
class FoundBeforeStoriesTest extends StoryTest {

  private static final String THEME = "self-harm-and-suicide";
  private static final String GONE_AGENCY = "clinical-commissioning";
  private static final String WORDS = "Write down who calls back the same evening.";
  private static final String ACTION = "Keep a list of those who are on call.";
  private static final String IMPACT = "Eighteen of twenty children were called back.";

  @Test
  @DisplayName("is shown at the rapid review with what came of it, and answered for criterion (b)")
  void secondCase() {
    Story first = learned(SOUTH_GLOUCESTERSHIRE);
    Story sealed = learned(SOUTH_GLOUCESTERSHIRE);
    desk.the(Seals.class).seal(sealed.reference, "sg-manager", "sg-executive");
    Story elsewhere = learned(ESSEX);
    Story second = story(SOUTH_GLOUCESTERSHIRE, "2026-09-01");
    second.referredBy("manager", with()).goesOnUntil("prepareReport");
    given(second, "complete-agency-return", "police", with("returnThemes", List.of(THEME)));

    Map<String, Object> opened =
        OpenForm.asItOpens(second.user("manager"), second.task("manager", "prepareReport"));
    assertThat(opened.get("foundBeforeInWords").toString())
        .contains(first.reference, "Self-harm and suicide", WORDS, ACTION, "Complete", IMPACT)
        .as("an agency that the profile does not have any more keeps no one from the form")
        .contains(GONE_AGENCY)
        .doesNotContain(sealed.reference, elsewhere.reference);

    assertThat(
            second
                .tries(
                    "manager",
                    "prepareReport",
                    with("findingThemes", List.of(THEME), "foundBefore", null))
                .expect(400)
                .text())
        .contains("foundBefore", first.reference)
        .doesNotContain(sealed.reference, elsewhere.reference);
    second.does("manager", "prepareReport", with("findingThemes", List.of(THEME)));
    assertThat(desk.the(CaseFacts.class).of(second.reference).get("earlierCases").toString())
        .as("kept with the report, by reference and number alone")
        .contains("Themes of this case: Self-harm and suicide", first.reference, "1 of 1")
        .doesNotContain(WORDS, ACTION, IMPACT, sealed.reference, elsewhere.reference);

    String page = "/case/" + second.reference + "/found-before";
    assertThat(second.user("manager").get(page).expect(200).text())
        .contains(first.reference, WORDS, ACTION, IMPACT)
        .doesNotContain(sealed.reference, elsewhere.reference);
    assertThat(second.user("subgroup").get(page).expect(200).text())
        .as("who may not know the child reads the plan, and not what the report says")
        .contains(first.reference, ACTION)
        .doesNotContain(WORDS);
    assertThat(second.user("manager").get(page + "?theme=online-harm").expect(200).text())
        .contains("Nothing was found")
        .doesNotContain(first.reference);
    assertThat(second.user("author-police").get(page).status()).isIn(403, 404);
    assertThat(desk.user("es-manager").get(page).status()).isEqualTo(404);

    desk.the(Seals.class).seal(first.reference, "sg-manager", "sg-executive");
    assertThat(second.user("manager").get(page).expect(200).text())
        .contains("Nothing was found")
        .doesNotContain(first.reference, WORDS, ACTION);
  }

  @Test
  @DisplayName("need not be answered where no earlier case has a theme of this one")
  void nothing() {
    Story story = story(STAFFORDSHIRE, "2026-03-02");
    story
        .referredBy("manager", with())
        .goesOnUntil("prepareReport")
        .does(
            "manager",
            "prepareReport",
            with("findingThemes", List.of("moves-between-areas"), "foundBefore", null));
    assertThat(desk.the(CaseFacts.class).of(story.reference).get("earlierCases").toString())
        .contains("No earlier case of the partnership has one of these themes.");
  }

  /** A case whose recommendation was carried out, and of which it is known what that changed. */
  private Story learned(String partnership) {
    Story story = story(partnership, "2026-03-02");
    story.referredBy("manager", with());
    given(
        story,
        "complete-contents",
        "",
        with(
            "recommendations",
            List.of(
                with(
                    "recommendationNumber",
                    1,
                    "recommendationText",
                    WORDS,
                    "recommendationThemes",
                    List.of(THEME)))));
    given(
        story,
        "agree-action-plan",
        "",
        with(
            "actions",
            List.of(
                with(
                    "actionRecommendation",
                    "1",
                    "actionText",
                    ACTION,
                    "actionAgency",
                    GONE_AGENCY,
                    "actionDueOn",
                    "2026-06-01"))));
    given(
        story,
        "approve-action-plan",
        "",
        with("planApproved", true, "planApprovedOn", "2026-03-02"));
    given(
        story,
        "report-on-action",
        "item:action-1",
        with("actionComplete", true, "actionImpact", IMPACT));
    given(story, "review-action-evidence", "item:action-1", with("evidenceAccepted", true));
    assertThat(
            desk.the(JdbcClient.class)
                .sql("select * from review.plan_action where case_reference = ?")
                .param(story.reference)
                .query()
                .singleRow())
        .containsEntry("STATE", "COMPLETE")
        .containsEntry("IMPACT_SAID", true)
        .containsEntry("RECOMMENDATION", "1");
    return story;
  }

  private void given(Story story, String form, String scope, Map<String, Object> values) {
    desk.the(Answers.class)
        .store(
            new FormAnswers(
                story.reference,
                form,
                "",
                "test",
                scope,
                values,
                "sg-manager",
                ClockUtil.getCurrentTime().toInstant()));
  }
}
