package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.positioned;
import static org.practicereview.journey.Chapters.withThePanel;
import static org.practicereview.journey.Story.with;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.ClockState;
import org.practicereview.requirements.Requirement;

@DisplayName("A decision that does not wait for the Panel")
class LatePanelAnswerStoriesTest extends StoryTest {

  @Test
  @Requirement({"R-116", "D-11"})
  @DisplayName("is taken where the partnership works that way; the answer is heard all the same")
  void decidedMeanwhile() {
    Story story = withThePanel(story(ESSEX, "2026-05-11"));
    story.does("manager", "recordPanelResponse", with("panelResponse", "no-response"));
    assertThat(story.open()).contains("givePosition").doesNotContain("recordPanelResponse");
    assertThat(story.clock("panel-response").state()).isEqualTo(ClockState.RUNNING);
    positioned(story)
        .does("la", "decideToInitiate")
        .does("manager", "approveOutcomeLetter")
        .on("2026-05-20");
    assertThat(story.clock("practice-review").isOpen()).isTrue();
    assertThat(desk.the(CaseFacts.class).text(story.reference, "panelPrefersLocalReviewNow"))
        .as("what the Panel has not said yet")
        .isEmpty();

    writes(story).does("manager", "recordLateAnswer", with("panelResponse", "no-response"));
    assertThat(story.clock("panel-response").isOpen()).isTrue();
    writes(story).does("manager", "recordLateAnswer", with("panelResponse", "disagrees"));
    assertThat(story.clock("panel-response").state()).isEqualTo(ClockState.MET);
    assertThat(story.open()).contains("givePosition").doesNotContain("reconsiderDecision");
    positioned(story).does("police", "reconsiderDecision");
    assertThat(story.open()).doesNotContain("reconsiderDecision");
    assertThat(story.clock("practice-review").isOpen()).isTrue();
  }

  @Test
  @Requirement("R-052")
  @DisplayName("is not taken elsewhere, and questions that come later are answered")
  void questions() {
    Story story = withThePanel(story(STAFFORDSHIRE, "2026-05-11"));
    story.does("manager", "recordPanelResponse", with("panelResponse", "no-response"));
    assertThat(story.open()).contains("recordPanelResponse").doesNotContain("givePosition");
    story = initiated(story(STAFFORDSHIRE, "2026-05-11"));
    writes(story)
        .does("manager", "recordLateAnswer", with("panelResponse", "asks-further-information"));
    story
        .does("manager", "answerPanelQuestion")
        .does("head", "approvePanelAnswer")
        .does("manager", "finishPanelAnswers")
        .does("head", "approvePanelAnswers");
    assertThat(story.letters("rapidreview/panel-answers"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.recipientKind()).isEqualTo("panel"));
    assertThat(story.clock("panel-answers").state()).isEqualTo(ClockState.MET);
    assertThat(story.clock("practice-review").isOpen()).as("the review goes on").isTrue();
    story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    writes(story).does("manager", "recordLateAnswer");
    assertThat(story.open()).doesNotContain("answerPanelQuestion", "givePosition");
  }

  private static Story writes(Story story) {
    story.presses("manager", "events/late-panel-answer", with()).expect(200);
    return story;
  }
}
