package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The notification sheet")
class NotificationSheetTest extends StoryTest {

  @Test
  @DisplayName("marks what is missing, and holds in order what the notification says")
  void sheet() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    story.referredBy("manager", with());
    String page = "/case/" + story.reference + "/notification-sheet";
    assertThat(story.user("manager").get(page).expect(200).text())
        .contains("answers are missing", ">Missing<");
    story.goesOnUntil("submitNotification");
    String child = story.referral(with()).get("childName").toString();
    String sheet = story.user("manager").get(page).expect(200).text();
    assertThat(sheet)
        .contains("Nothing that the national form needs is missing", child, "Child 1")
        .doesNotContain(">Missing<")
        .containsSubsequence("Local authority, or trust", "What is notified?", "Child 1");
    for (String other : List.of("subgroup", "oversight", "author-police", "reviewer")) {
      assertThat(story.user(other).get(page).status()).as(other).isIn(403, 404);
    }
    assertThat(desk.user("es-manager").get(page).status()).isEqualTo(404);
  }
}
