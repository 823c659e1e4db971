package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.positioned;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.withThePanel;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Lists across cases")
class AcrossCasesTest extends StoryTest {

  @Test
  @DisplayName(
      "name the agencies that are late, to those who see the case and to the agency itself")
  void agencies() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    assertThat(list(story.user("manager"), "agencies")).doesNotContain(story.reference);
    story.on(story.clock("agency-return", "police").dueOn().plusDays(2).toString());
    for (String who : new String[] {"manager", "executive", "author-police"}) {
      assertThat(list(story.user(who), "agencies"))
          .as(who)
          .contains(story.reference, "2 days late");
    }
    for (String who : new String[] {"author-health", "reviewer"}) {
      assertThat(list(story.user(who), "agencies")).as(who).doesNotContain(story.reference);
    }
    assertThat(list(desk.user("es-manager"), "agencies")).doesNotContain(story.reference);
    desk.visitor().get("/lists").expect(302);
  }

  @Test
  @DisplayName("name the letters that wait, to those who may read them, and what holds publication")
  void lettersAndHolds() {
    Story story =
        positioned(
                withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"))
                    .does("manager", "recordPanelResponse"))
            .does("la", "decideToInitiate");
    assertThat(list(story.user("manager"), "letters")).contains(story.reference, "to be approved");
    assertThat(list(story.user("executive"), "letters")).doesNotContain(story.reference);
    assertThat(list(desk.user("es-manager"), "letters")).doesNotContain(story.reference);

    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    rows.update(
        "insert into review.matter values (?, 'proceeding-1', 'parallel-proceedings', now(),"
            + " 'sg-manager', null, null)",
        story.reference);
    rows.update(
        "insert into review.publication_hold (case_reference, matter, placed_at, placed_by)"
            + " values (?, 'proceeding-1', now(), 'sg-manager')",
        story.reference);
    assertThat(list(story.user("executive"), "holds")).contains(story.reference, "proceedings");
    assertThat(list(desk.user("es-manager"), "holds")).doesNotContain(story.reference);
    rows.update("update review.publication_hold set lifted_at = now(), lifted_by = 'x'");
    assertThat(list(story.user("executive"), "holds")).doesNotContain(story.reference);
    list(story.user("manager"), "actions");
    list(story.user("manager"), "publication");
  }

  private static String list(TasklistUser user, String of) {
    return Jsoup.parse(user.get("/lists?of=" + of).expect(200).text()).text();
  }
}
