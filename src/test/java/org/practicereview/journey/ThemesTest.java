package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.learning.Themes;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.Theme;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Themes of what is learned")
class ThemesTest extends StoryTest {

  @Test
  @DisplayName("are chosen from the partnership's own and the national ones, and from no others")
  void chosen() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    story.referredBy("manager", with()).goesOnUntil("prepareReport");
    given(story, "complete-agency-return", "police", with("returnThemes", List.of("hidden-men")));
    Map<String, Object> opened =
        story.filledIn(
            "manager", story.task("manager", "prepareReport"), with("findingThemes", null));
    assertThat(opened.get("themeChoices").toString()).contains("Domestic abuse", "None of these");
    assertThat(OpenForm.asItOpens(story.user("manager"), story.task("manager", "prepareReport")))
        .as("what an agency named is not chosen a second time")
        .hasEntrySatisfying(
            "findingThemes", themes -> assertThat(themes.toString()).contains("hidden-men"));
    for (Object wrong : new Object[] {null, List.of(), List.of("bad-luck")}) {
      story.tries("manager", "prepareReport", with("findingThemes", wrong)).expect(400);
    }
    story.does("manager", "prepareReport", with("findingThemes", List.of("none-of-these")));
    assertThat(kept(story)).noneMatch(row -> row.startsWith("FINDING"));

    Partnership own =
        partnershipWith(
            new Theme("coast", "Exploitation along the coast", ""),
            new Theme("neglect", "Neglect of very young children", ""));
    assertThat(desk.the(Themes.class).of(own))
        .extracting(Theme::name)
        .contains("Exploitation along the coast", "Neglect of very young children", "Harm online")
        .doesNotContain("Neglect", "None of these themes");
  }

  @Test
  @DisplayName("are kept with what they were given to, from the day they were given first")
  void rows() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    story.referredBy("manager", with());
    given(story, "prepare-rapid-review-report", "", with("findingThemes", List.of("neglect")));
    given(story, "log-early-learning", "item:1", with("learningThemes", List.of("neglect")));
    given(
        story,
        "complete-contents",
        "",
        with(
            "recommendations",
            List.of(
                with("recommendationNumber", 1, "recommendationThemes", List.of("neglect")),
                with("recommendationNumber", 2, "recommendationThemes", List.of("exploitation")))));
    given(
        story,
        "agree-action-plan",
        "",
        with(
            "actions",
            List.of(
                with("actionRecommendation", "2"),
                with("actionRecommendation", "1", "actionThemes", List.of("disability")))));
    story.on("2026-04-20");
    given(
        story,
        "prepare-rapid-review-report",
        "",
        with("findingThemes", List.of("neglect", "domestic-abuse")));
    given(story, "share-early-learning-point", "item:1", with("learningThemes", List.of()));
    assertThat(kept(story))
        .containsExactly(
            "ACTION action-1 exploitation 2026-03-02",
            "ACTION action-2 disability 2026-03-02",
            "FINDING  domestic-abuse 2026-04-20",
            "FINDING  neglect 2026-03-02",
            "RECOMMENDATION 1 neglect 2026-03-02",
            "RECOMMENDATION 2 exploitation 2026-03-02");
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

  private List<String> kept(Story story) {
    return desk.the(JdbcClient.class)
        .sql(
            """
            select kind || ' ' || item || ' ' || theme || ' ' || given_on from review.case_theme
            where case_reference = ? order by kind, item, theme""")
        .param(story.reference)
        .query(String.class)
        .list();
  }

  private Partnership partnershipWith(Theme... themes) {
    Partnership one = desk.the(Partnerships.class).get(ESSEX);
    return new Partnership(
        one.id(),
        one.name(),
        one.shortName(),
        one.referencePrefix(),
        one.guidance(),
        one.vocabulary(),
        one.clocks(),
        one.options(),
        one.settings(),
        one.mailboxes(),
        one.agencies(),
        List.of(themes));
  }
}
