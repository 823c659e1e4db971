package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.withThePanel;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("While a case runs, at any time,")
class AnyTimeStoriesTest extends StoryTest {

  private static final String URGENT = "notices/urgent-concern";

  @Test
  @Requirement("R-128")
  @DisplayName("an urgent concern reaches the head and the local authority until the child is safe")
  void urgentConcern() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    story.does("head", "checkImmediateSafety");
    assertThat(story.page("manager"))
        .contains("Report an urgent concern: a child may be at risk now", "Call first: 999");
    assertThat(story.presses("manager", "events/urgent-concern", with()).expect(200).text())
        .contains(
            "Open the first task",
            "#/?task=" + story.task("manager", "recordUrgentConcern").path("id").asText());
    assertThat(story.letters(URGENT)).isEmpty();

    story
        .tries("manager", "recordUrgentConcern", with("urgentConcernRung", "not-rung"))
        .expect(400);
    story.tries("manager", "recordUrgentConcern", with("urgentConcernAbout", " ")).expect(400);
    story.tries("manager", "recordUrgentConcern", with("urgentConcernOn", "today+1")).expect(400);
    story.does("manager", "recordUrgentConcern");
    assertThat(story.letters(URGENT))
        .allSatisfy(
            notice -> {
              assertThat(notice.sentBy()).isNotNull();
              assertThat(story.wording(notice)).doesNotContain("neighbour", "grandparents");
            })
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("head-of-safeguarding", "safeguarding-partner-local-authority");

    String task = story.task("head", "checkChildrenSafe").path("id").asText();
    assertThat(story.user("head").formVariables(task).expect(200).text()).contains("at night");
    story.tries("head", "checkChildrenSafe", with("safetyReferralMade", false)).expect(400);
    story.does("head", "checkChildrenSafe", with("childSafeNow", false));
    assertThat(story.letters("notices/urgent-safety"))
        .extracting(Letter::recipientKind)
        .contains("safeguarding-partner-police", "safeguarding-partner-health");
    assertThat(story.open()).as("asked again until safe").contains("checkChildrenSafe");
    story.does("head", "checkChildrenSafe");
    assertThat(story.open()).contains("screenReferral").doesNotContain("checkChildrenSafe");
    story.trailTells(
        "\"Report an urgent concern: a child may be at risk now\" was started",
        "It was recorded that a child may be at risk now.");
  }

  @Test
  @DisplayName("two concerns are two, and the second form does not open with the first")
  void twoConcerns() {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", with());
    story.presses("manager", "events/urgent-concern", with()).expect(200);
    story.does("manager", "recordUrgentConcern");
    story.presses("head", "events/urgent-concern", with()).expect(200);
    String task = story.task("head", "recordUrgentConcern").path("id").asText();
    assertThat(story.user("head").formVariables(task).expect(200).text())
        .doesNotContain("A neighbour");
    story.does("head", "recordUrgentConcern", with("urgentConcern", "A second matter."));
    assertThat(story.letters(URGENT)).hasSize(4);
    story.does("head", "checkChildrenSafe").does("head", "checkChildrenSafe");
    assertThat(story.open()).doesNotContain("checkChildrenSafe");
    assertThat(story.page("head")).contains("A neighbour", "A second matter.");
  }

  @Test
  @DisplayName("a further child is made safe at once, and partners and Panel are told by letter")
  void furtherChild() {
    Story story = commissioned(initiated(story(ESSEX, "2026-05-11")));
    story.presses("manager", "events/further-child", with()).expect(200);
    story.tries("manager", "recordFurtherChild", with("furtherChildren", List.of())).expect(400);
    Map<String, Object> tomorrow =
        with(
            "furtherChildName", "Rory Sample",
            "furtherChildRelationship", "A half-brother",
            "furtherChildHarm", "died",
            "furtherChildFoundOn", "today+1",
            "furtherChildFoundHow", "The hospital called.");
    story
        .tries("manager", "recordFurtherChild", with("furtherChildren", List.of(tomorrow)))
        .expect(400);
    story.does("manager", "recordFurtherChild");

    assertThat(story.letters(URGENT)).hasSize(2);
    assertThat(story.open()).contains("checkChildrenSafe", "approveFurtherChildLetters");
    assertThat(story.letters("cspr/further-child"))
        .hasSize(4)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    story.does("head", "approveFurtherChildLetters");
    assertThat(story.open()).contains("checkChildrenSafe");
    story.does("head", "checkChildrenSafe");
    assertThat(story.letters("cspr/further-child"))
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("A half-brother in another household", "may have been harmed")
                  .contains("not clear yet", "begins a year earlier")
                  .doesNotContain("Rory", "Robin", "bruise");
            })
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder(
            "safeguarding-partner-local-authority",
            "safeguarding-partner-police",
            "safeguarding-partner-health",
            "panel");
    assertThat(story.page("la")).contains("Rory Sample");
    assertThat(story.open()).doesNotContain("checkChildrenSafe", "approveFurtherChildLetters");
  }

  @Test
  @DisplayName("what was taken for a further child and was none brings no letter")
  void noFurtherChild() {
    Story story = commissioned(initiated(story(STAFFORDSHIRE, "2026-05-11")));
    story.presses("head", "events/further-child", with()).expect(200);
    Map<String, Object> none =
        with("furtherChildFound", false, "furtherChildren", null, "noFurtherChildReasons", null);
    story.tries("head", "recordFurtherChild", none).expect(400);
    none.put("noFurtherChildReasons", "Two records of the same child.");
    story.does("head", "recordFurtherChild", none);
    assertThat(story.letters("cspr/further-child")).isEmpty();
    assertThat(story.open()).doesNotContain("recordFurtherChild", "checkChildrenSafe");
    assertThat(story.page("la")).contains("Two records of the same child.");
  }

  @Test
  @DisplayName("new information of national importance goes to the Panel, approved")
  void national() {
    Story story = withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.presses("manager", "events/new-information", with()).expect(200);
    story.tries("manager", "recordNewInformation", with("newInformation", " ")).expect(400);
    story.does("manager", "recordNewInformation");
    assertThat(story.open()).contains("assessNewInformation");
    story.tries("police", "assessNewInformation", with("informationForPanel", null)).expect(400);
    story
        .tries("police", "assessNewInformation", with("newInformationAssessedOn", "2026-05-10"))
        .expect(400);
    story.does("police", "assessNewInformation");
    assertThat(story.letters("cspr/new-information"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.sentBy()).isNull());
    story.does("head", "approvePanelNews");
    assertThat(story.letters("cspr/new-information"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("panel");
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("A product for babies", "another area has seen the same", "11 May 2026")
                  .doesNotContain("Robin Sample", "baby seat");
            });
    assertThat(story.open()).doesNotContain("approvePanelNews");
  }

  @Test
  @DisplayName("new information that is not of national importance is kept with the reasons why")
  void notNational() {
    Story story = withThePanel(story(STAFFORDSHIRE, "2026-05-11"));
    story.presses("la", "events/new-information", with()).expect(200);
    story.does("la", "recordNewInformation");
    Map<String, Object> no =
        with(
            "nationalGrounds",
            List.of("none"),
            "nationalImportance",
            false,
            "nationalImportanceReasons",
            "It concerns one clinic only.",
            "informationForPanel",
            null);
    Answer answer =
        story
            .tries(
                "health",
                "assessNewInformation",
                with("nationalImportance", false, "nationalImportanceReasons", null))
            .expect(400);
    assertThat(answer.text()).contains("Why, or why not?");
    story.does("health", "assessNewInformation", no);
    assertThat(story.letters("cspr/new-information")).isEmpty();
    assertThat(story.open()).doesNotContain("approvePanelNews", "assessNewInformation");
    assertThat(story.page("manager")).contains("It concerns one clinic only.");
  }

  @Test
  @DisplayName("each can be started only by those who may, and only when its time has come")
  void whoAndWhen() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    assertThat(story.page("manager"))
        .doesNotContain("Record a further child", "Invite the family, now or later");
    for (String early : List.of("further-child", "new-information", "family-answer-changed")) {
      assertThat(story.presses("manager", "events/" + early, with()).text())
          .contains("This cannot be started in this case");
    }
    assertThat(story.page("auditor"))
        .doesNotContain("Report an urgent concern: a child may be at risk now");
    assertThat(story.presses("auditor", "events/urgent-concern", with()).text())
        .contains("This cannot be started in this case");
    assertThat(story.open()).doesNotContain("recordUrgentConcern", "recordFurtherChild");
  }
}
