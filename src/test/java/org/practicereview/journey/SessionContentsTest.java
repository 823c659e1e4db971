package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("What practitioners were told and said")
class SessionContentsTest extends StoryTest {

  @Test
  @Requirement("R-045")
  @DisplayName("opens by no other address to those who may not read it")
  void everyDoor() {
    Story story =
        commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")))
            .goesOnUntil("recordPractitionerEvent");
    story.does(
        "reviewer", "recordPractitionerEvent", with("eventContributions", "Two posts were empty."));
    Letter summary = story.letters("cspr/pre-event-summary").get(0);
    String page = "/case/" + story.reference;
    List<Document> files =
        desk.the(Documents.class).of(story.reference).stream()
            .filter(
                document ->
                    document.id().equals(summary.documentId())
                        || document.name().contains(summary.title()))
            .toList();
    assertThat(files).isNotEmpty();
    for (Document file : files) {
      String address = page + "/documents/" + file.id();
      story.user("manager").get(address).expect(200);
      story.user("reviewer").get(address).expect(200);
      for (String who : List.of("la", "police", "health", "head")) {
        assertThat(story.user(who).get(address).status()).as(who).isEqualTo(403);
      }
      assertThat(story.user("author-police").get(address).status()).isIn(403, 404);
    }
    for (String who : List.of("la", "police", "health", "head", "executive", "auditor")) {
      assertThat(story.page(who)).as(who).doesNotContain("Two posts were empty.");
    }
  }
}
