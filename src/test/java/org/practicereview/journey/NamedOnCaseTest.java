package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.letters.Letter;

@DisplayName("Who is named on a case")
class NamedOnCaseTest extends StoryTest {

  @Test
  @DisplayName("is, with the contract, the reviewer, who then sees it with the agencies' returns")
  void reviewer() {
    Story story = Chapters.returned(withReturn(), "police");
    assertThat(status(story, "reviewer")).isEqualTo(404);
    assertThat(story.user("reviewer").get("/cases").expect(200).text())
        .doesNotContain(story.reference);

    commissioned(story);
    assertThat(story.page("reviewer"))
        .contains("Complete agency return, South Gloucestershire police", "Robin Sample");
    assertThat(story.user("reviewer").get("/cases").expect(200).text()).contains(story.reference);
    assertThat(story.page("manager")).contains("Named on this case", "sg-reviewer");
    story.trailTells("The lead reviewer was named in the case and can see it.");
    assertThat(desk.user("es-reviewer").get("/case/" + story.reference).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("sees nothing more from the moment the reviewer is replaced")
  void replaced() {
    Story story = commissioned(initiated(story(STAFFORDSHIRE, "2026-05-11")));
    assertThat(status(story, "reviewer")).isEqualTo(200);
    Letter letter = story.letters("cspr/reviewer-appointed").get(0);
    assertThat(story.user("reviewer").get("/letters/" + letter.id()).status()).isEqualTo(200);

    story.presses("manager", "reviewer", with("reasons", "Illness.")).expect(200);
    assertThat(status(story, "reviewer")).isEqualTo(404);
    assertThat(story.user("reviewer").get("/letters/" + letter.id()).status()).isEqualTo(404);
    story.trailTells("the sight of it ended at once");

    story
        .does("manager", "recordReviewer", with("reviewerName", "Alex Invented"))
        .does("la", "agreeReviewer")
        .does("manager", "recordContract", with("reviewerAccount", null));
    assertThat(status(story, "reviewer")).isEqualTo(404);
    story.presses("manager", "people", with("who", "lead-reviewer//st-reviewer")).expect(200);
    assertThat(status(story, "reviewer")).isEqualTo(200);
  }

  @Test
  @DisplayName("reads a letter as the reviewer, and does not change its words")
  void letters() {
    Story story = initiated(story(ESSEX, "2026-05-11"));
    story
        .does("manager", "recordReviewer")
        .does("la", "agreeReviewer")
        .does("manager", "recordContract");
    Letter letter = story.letters("cspr/reviewer-appointed").get(0);
    String page = "/letters/" + letter.id();
    assertThat(story.user("reviewer").get(page).expect(200).text()).doesNotContain("<textarea");
    story
        .user("reviewer")
        .submitPage("/case/" + story.reference, page, with("text", "Other", "version", 1))
        .expect(403);
    assertThat(story.user("head").get(page).expect(200).text()).contains("<textarea");
  }

  @Test
  @DisplayName("reads as a member of the team what the team reads, until it is ended")
  void member() {
    Story story = commissioned(withReturn());
    String chronology = stored(story, "REVIEW_GROUP", "health");
    String other = stored(story, "AGENCY_ONLY", "health");
    String mine = stored(story, "AGENCY_ONLY", "police");
    assertThat(reads(story, chronology)).isEqualTo(403);
    assertThat(reads(story, mine)).isEqualTo(200);

    String who = "review-team-member/police/sg-approver-police";
    assertThat(story.presses("manager", "people", with("who", who)).text())
        .contains("is named in the case");
    assertThat(reads(story, chronology)).isEqualTo(200);
    assertThat(reads(story, other)).isEqualTo(403);
    assertThat(story.page("approver-police"))
        .contains("what the whole review team reads")
        .doesNotContain("Robin Sample", "What has happened");
    assertThat(story.user("author-police").get(path(story, chronology)).status()).isEqualTo(403);

    CasePerson named =
        story.desk.the(CasePeople.class).of(story.reference).stream()
            .filter(person -> person.agency().equals("police"))
            .findFirst()
            .orElseThrow();
    story.presses("manager", "people/" + named.id() + "/end", with()).expect(200);
    assertThat(reads(story, chronology)).isEqualTo(403);
    // Who could see the case stays known.
    assertThat(story.desk.the(CasePeople.class).of(story.reference))
        .filteredOn(person -> person.agency().equals("police"))
        .singleElement()
        .satisfies(person -> assertThat(person.endedBy()).isEqualTo("sg-manager"));
  }

  @Test
  @DisplayName("is nobody without the role, of an agency that is not in the case, or twice")
  void refused() {
    Story story = commissioned(withReturn());
    for (String who :
        new String[] {
          "lead-reviewer//sg-manager",
          "lead-reviewer//es-reviewer",
          "lead-reviewer//sg-reviewer",
          "review-team-member/health/sg-author-health",
          "review-team-member/police/sg-author-health",
          "executive//sg-executive",
          "nobody"
        }) {
      assertThat(press(story, "manager", who)).as(who).isEqualTo(302);
      assertThat(story.page("manager")).as(who).contains("Nothing was changed");
    }
    assertThat(press(story, "head", "lead-reviewer//sg-reviewer")).isEqualTo(403);
    assertThat(press(story, "reviewer", "review-team-member/police/sg-author-police"))
        .isEqualTo(403);
    assertThat(story.desk.the(CasePeople.class).of(story.reference))
        .extracting(CasePerson::userId)
        .containsExactly("sg-reviewer");
  }

  private Story withReturn() {
    return initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
  }

  private int press(Story story, String who, String account) {
    // The page itself offers nobody like that; the call alone is refused as well.
    String page = "/case/" + story.reference;
    return story.user(who).submitPage(page, page + "/people", with("who", account)).status();
  }

  private static int status(Story story, String who) {
    return story.user(who).get("/case/" + story.reference).status();
  }

  private static int reads(Story story, String document) {
    return story.user("approver-police").get(path(story, document)).status();
  }

  private static String path(Story story, String document) {
    return "/case/" + story.reference + "/documents/" + document;
  }

  private String stored(Story story, String accessClass, String scope) {
    return desk.the(Documents.class)
        .store(
            new NewDocument(
                story.reference,
                "chronology",
                "chronology.txt",
                "text/plain",
                "Nothing".getBytes(StandardCharsets.UTF_8),
                accessClass,
                scope,
                "sg-manager"))
        .id();
  }
}
