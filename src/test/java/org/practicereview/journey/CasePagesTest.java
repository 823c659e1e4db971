package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.requirements.Requirement;

@DisplayName("The service's own pages")
class CasePagesTest extends StoryTest {

  @Test
  @Requirement("R-163")
  @DisplayName("list the cases someone takes part in, with what is to be done next")
  void list() {
    Story asked = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    Story other = story(SOUTH_GLOUCESTERSHIRE, "2026-05-12").referredBy("manager", with());

    assertThat(asked.user("manager").get("/cases").expect(200).text())
        .contains(asked.reference, other.reference, "Check immediate safety")
        .contains("Wed 20 May 2026");
    assertThat(asked.user("author-police").get("/cases").expect(200).text())
        .contains(asked.reference)
        .doesNotContain(other.reference);
    assertThat(asked.user("author-health").get("/cases").expect(200).text())
        .doesNotContain(asked.reference, other.reference);
    assertThat(desk.user("es-manager").get("/cases").expect(200).text())
        .doesNotContain(asked.reference, other.reference);
  }

  @Test
  @DisplayName("show an agency its own part, and not what the partner of the same name wrote")
  void agencysPart() {
    Story asked = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");

    assertThat(asked.page("manager")).contains("Give view", "Agency asked");
    assertThat(asked.page("author-police")).contains("Agency asked").doesNotContain("Give view");
    assertThat(asked.user("author-health").get("/case/" + asked.reference).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("show each clock of a case that was reopened, not the latest one twice")
  void clocksOfAReopenedCase() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    decided(viewed(story), "outcome", "not-notifiable");
    story.on("2026-06-15");
    story
        .presses(
            "head",
            "reopening",
            with(
                "facts", "The injury was no accident.", "knownOn", "2026-06-15", "atRiskNow", "no"))
        .expect(200);

    assertThat(story.page("manager")).contains("due Thu 14 May 2026", "due Thu 18 Jun 2026");
  }

  @Test
  @DisplayName("start nothing that the case is not ready for, and say why")
  void outOfTurn() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    assertThat(story.presses("manager", "agencies", with("agency", "police")).text())
        .contains("has not begun");

    Story review = underReview(story(STAFFORDSHIRE, "2026-05-11"));
    review.presses("la", "withdrawal", with("reasons", "A medical cause.")).expect(200);
    assertThat(review.presses("police", "withdrawal", with("reasons", "The same.")).text())
        .contains("waits for a decision already");
    assertThat(review.open()).containsOnlyOnce("approveWithdrawal");
    review.does("police", "approveWithdrawal");
    // The page of a closed case no longer offers it; the call alone is refused as well.
    String page = "/case/" + review.reference;
    review
        .user("manager")
        .submitPage("/cases", page + "/agencies", with("agency", "police"))
        .expect(302);
    assertThat(review.page("manager")).contains("is closed");
  }

  @Test
  @Requirement("R-117")
  @DisplayName("keep the serious case reviews of before September 2019, to be read and not changed")
  void archive() {
    TasklistUser manager = desk.user("sg-manager");
    assertThat(manager.get("/cases").expect(200).text()).contains("/archive");
    Map<String, Object> review =
        with(
            "partnership", "south-gloucestershire",
            "title", "Child Q of the old board",
            "begunOn", "2019-09-30",
            "publishedOn", "2020-03-02",
            "foundAt", "National repository, NSPCC",
            "learning", "Handovers are written.");
    assertThat(entered(manager, review)).contains("began after 29 September 2019");
    review.put("begunOn", "2019-09-29");
    review.put("publishedOn", "2019-01-02");
    assertThat(entered(manager, review)).contains("must be after the review began");
    review.put("publishedOn", "2020-03-02");
    review.put("learning", " ");
    assertThat(entered(manager, review)).contains("What was learned");
    assertThat(manager.get("/archive").text()).doesNotContain("Child Q of the old board");
    review.put("learning", "Handovers are written.");
    for (String other : List.of("sg-executive", "es-manager")) {
      desk.user(other).submitPage("/cases", "/archive", review).expect(403);
    }
    assertThat(entered(manager, review)).contains("The review was entered");
    assertThat(desk.user("sg-author-police").get("/archive").expect(200).text())
        .contains("Child Q of the old board", "Serious case review", "National repository")
        .doesNotContain("<form method=\"post\" action=\"/archive\"");
    assertThat(desk.user("es-manager").get("/archive").expect(200).text())
        .doesNotContain("Child Q of the old board");
    desk.visitor().get("/archive").expect(302);
  }

  private static String entered(TasklistUser manager, Map<String, Object> review) {
    manager.submitPage("/archive", "/archive", review).expect(302);
    return manager.get("/archive").text();
  }

  @Test
  @DisplayName("show waiting mail to those who keep it going, and its existence to no one else")
  void outbox() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    TasklistUser administrator = desk.visitor();
    administrator.trySignIn("admin", "practice-review", "admin").expect(200);

    assertThat(administrator.get("/outbox").expect(200).text()).contains(story.reference);
    assertThat(administrator.get("/case/" + story.reference).status()).isEqualTo(404);
    assertThat(story.user("manager").get("/outbox").expect(200).text()).contains(story.reference);
    assertThat(desk.user("es-manager").get("/outbox").expect(200).text())
        .doesNotContain(story.reference);
    story.user("la").get("/outbox").expect(403);
    story
        .user("manager")
        .submitPage("/outbox", "/outbox/settle/retry", with("mail", "none", "reason", "Try."))
        .expect(404);
  }
}
