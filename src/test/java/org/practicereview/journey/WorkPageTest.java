package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("My work")
class WorkPageTest extends StoryTest {

  @Test
  @DisplayName("shows what waits for someone in groups of urgency, in words, and to no one else")
  void groups() {
    Story story =
        asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police")
            .does("head", "protectChildrenNow");
    String task = story.task("manager", "prepareReport").path("id").asText();

    assertThat(row(story.user("manager"), "mine", task))
        .contains("Prepare the report", story.reference, "due in", "Working Together")
        .contains("Take it");
    assertThat(row(story.user("author-police"), "mine", task)).isEmpty();
    assertThat(row(story.user("executive"), "all", task)).contains(story.reference);
    assertThat(row(desk.user("es-manager"), "all", task)).isEmpty();
    assertThat(row(desk.user("es-manager"), "team", task)).isEmpty();
    story.user("author-police").get("/my-work?of=all").expect(403);
    String police = story.task("author-police", "confirmInvolvement").path("id").asText();
    assertThat(row(story.user("author-police"), "mine", police)).contains("Confirm", "Take it");
    assertThat(desk.user("sg-auditor").get("/my-work").expect(200).text())
        .contains("Nothing waits for you");
    desk.visitor().get("/my-work").expect(302);

    story.on("2026-07-06");
    assertThat(group(story.user("manager"), task)).startsWith("Critically overdue (statutory)");
    assertThat(row(story.user("manager"), "mine", task)).contains("days late");
  }

  @Test
  @DisplayName("lets a task be taken by those who may do it, once")
  void claim() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    String task = story.task("manager", "chooseAgencies").path("id").asText();
    String claim = "/my-work/" + task + "/claim";
    desk.user("es-manager").submitPage("/my-work", claim, with()).expect(404);
    story.user("head").submitPage("/my-work", claim, with()).expect(404);
    assertThat(row(story.user("manager"), "mine", task)).doesNotContain("You");

    story.user("manager").submitPage("/my-work", claim, with()).expect(302);
    assertThat(story.user("manager").get("/my-work").expect(200).text())
        .contains("You took the task", "#/?task=" + task);
    assertThat(row(story.user("manager"), "mine", task)).contains("You").doesNotContain("Take it");
  }

  @Test
  @DisplayName("lets the business manager release what someone has taken, and the trail says so")
  void release() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    String task = story.task("head", "protectChildrenNow").path("id").asText();
    story.user("head").claim(task).expect(204);
    String release = "/my-work/" + task + "/release";
    story.user("la").submitPage("/my-work", release, with("holder", "sg-head")).expect(403);
    desk.user("es-manager").submitPage("/my-work", release, with("holder", "sg-head")).expect(404);
    assertThat(row(story.user("manager"), "all", task))
        .contains("Head of safeguarding SGCP", "Release")
        .doesNotContain("sg-head");
    assertThat(row(story.user("head"), "all", task)).doesNotContain("Release");

    story.user("manager").submitPage("/my-work", release, with("holder", "sg-la")).expect(302);
    assertThat(story.user("manager").get("/my-work?of=team").text())
        .contains("Head of safeguarding SGCP now has this task. Nothing was changed.");
    story.user("manager").submitPage("/my-work", release, with("holder", "sg-head")).expect(302);
    assertThat(story.user("manager").get("/my-work?of=team").text())
        .contains("waits for others again");
    assertThat(row(story.user("head"), "mine", task)).contains("Take it");
    story.trailTells("was taken from Head of safeguarding SGCP and waits for others again");
    story.user("manager").submitPage("/my-work", release, with("holder", "sg-head")).expect(302);
    assertThat(story.user("manager").get("/my-work?of=team").text())
        .contains("No one has this task any more");
    invariantsHold(story);
  }

  private static String row(TasklistUser user, String of, String task) {
    for (int page = 1; page < 100; page++) {
      Document shown = page(user, of, page);
      for (var line : shown.select("tbody tr")) {
        if (line.html().contains("#/?task=" + task)) {
          return line.text();
        }
      }
      if (shown.select("a[rel=next]").isEmpty()) {
        return "";
      }
    }
    throw new AssertionError("There is no end of pages");
  }

  private static String group(TasklistUser user, String task) {
    for (int page = 1; page < 100; page++) {
      for (var section : page(user, "mine", page).select("section")) {
        if (section.html().contains("#/?task=" + task)) {
          return section.select("h2").text();
        }
      }
    }
    throw new AssertionError("The task is not shown");
  }

  private static Document page(TasklistUser user, String of, int page) {
    return Jsoup.parse(user.get("/my-work?of=" + of + "&page=" + page).expect(200).text());
  }
}
