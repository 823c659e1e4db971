package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("Who is named on a case")
class NamedOnCaseTest extends StoryTest {

  private static final String SECOND = "sg-secondreviewer";

  @Test
  @DisplayName("is, with the contract, the reviewer, who then sees it with the agencies' returns")
  void reviewer() {
    Story story = Chapters.returned(withReturn(), "police");
    assertThat(status(story, "reviewer")).isEqualTo(404);
    assertThat(story.user("reviewer").get("/cases").expect(200).text())
        .doesNotContain(story.reference);

    commissioned(story);
    assertThat(story.page("reviewer"))
        .contains(
            "Complete Individual Agency Summary, South Gloucestershire police", "Robin Sample");
    assertThat(story.user("reviewer").get("/cases?q=" + story.reference).expect(200).text())
        .contains("case/" + story.reference);
    assertThat(story.page("manager")).contains("Named on this case", "Lead reviewer SGCP");
    story.trailTells("The independent reviewer was named in the case and can see it.");
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
  @DisplayName("has the reviewer's tasks, which no other reviewer sees and which go over with it")
  void tasks() {
    Story story = commissioned(withReturn()).goesOnUntil("prepareEventSummary");
    // Met by all others while someone is named.
    story.does("author-police", "confirmPapersRead");
    TasklistUser first = story.user("reviewer");
    TasklistUser second = secondReviewer();
    try {
      String task = story.task("reviewer", "prepareEventSummary").path("id").asText();
      assertThat(story.page("manager"))
          .contains(
              "Prepare the summary for the practitioner event Prepare the summary for a session Independent reviewer")
          .doesNotContain("No one is named as independent reviewer");
      isRefused(second, story, task);
      isOffered(first, story, task);
      first.claim(task).expect(204);

      story.presses("manager", "people", with("who", "lead-reviewer//" + SECOND)).expect(200);
      first.formVariables(task).expect(200);
      endNaming(story, "sg-reviewer");
      isRefused(first, story, task);
      isOffered(second, story, task);
      second.claim(task).expect(204);

      story.presses("manager", "reviewer", with("reasons", "Illness.")).expect(200);
      isRefused(first, story, task);
      isRefused(second, story, task);
      assertThat(story.page("manager")).contains("No one is named as independent reviewer");
      commissioned(story);
      isRefused(second, story, task);
      isOffered(first, story, task);
      story.does("reviewer", "prepareEventSummary");
    } finally {
      desk.the(IdentityService.class).deleteUser(SECOND);
    }
  }

  @Test
  @DisplayName("counts for tasks, too, only together with the role")
  void roleLost() {
    Story story = commissioned(withReturn());
    TasklistUser second = secondReviewer();
    IdentityService identity = desk.the(IdentityService.class);
    try {
      story.presses("manager", "people", with("who", "lead-reviewer//" + SECOND)).expect(200);
      String task = story.task("reviewer", "draftTerms").path("id").asText();
      second.formVariables(task).expect(200);
      identity.deleteMembership(SECOND, "south-gloucestershire.lead-reviewer");
      identity.createMembership(SECOND, "south-gloucestershire.learning-lead");
      TasklistUser without = TasklistUser.signIn(desk.port(), SECOND);
      assertThat(without.formVariables(task).status()).isEqualTo(404);
      assertThat(without.submitForm(task, with()).status()).isEqualTo(404);
    } finally {
      identity.deleteUser(SECOND);
    }
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
        .contains("what the whole Review Group can read")
        .doesNotContain("Robin Sample", "What has happened");
    assertThat(story.user("author-police").get(path(story, chronology)).status()).isEqualTo(403);

    endNaming(story, "sg-approver-police");
    assertThat(reads(story, chronology)).isEqualTo(403);
    // Who could see the case stays known.
    assertThat(story.desk.the(CasePeople.class).of(story.reference))
        .filteredOn(person -> person.agency().equals("police"))
        .singleElement()
        .satisfies(person -> assertThat(person.endedBy()).isEqualTo("sg-manager"));
  }

  @Test
  @Requirement("R-043")
  @DisplayName(
      "never reads what practitioners said, which only the reviewer and the business manager do")
  void sessions() {
    Story story = commissioned(withReturn()).goesOnUntil("recordPractitionerEvent");
    story.presses("manager", "people", with("who", "review-team-member/police/sg-approver-police"));
    story.does(
        "reviewer", "recordPractitionerEvent", with("eventContributions", "Two posts were empty."));
    for (String who : List.of("reviewer", "manager")) {
      assertThat(story.page(who))
          .as(who)
          .contains("Prepare event summary", "Record practitioner event", "Two posts were empty.");
    }
    assertThat(story.page("approver-police"))
        .contains("Prepare event summary")
        .doesNotContain("Two posts were empty.", "A written message");
    for (String who : List.of("la", "police", "health", "head")) {
      assertThat(story.page(who))
          .as(who)
          .contains("Plan practitioner events")
          .doesNotContain("Prepare event summary", "Two posts were empty.");
    }
    Letter summary = story.letters("cspr/pre-event-summary").get(0);
    String page = "/letters/" + summary.id();
    story.user("reviewer").get(page).expect(200);
    story.user("manager").get(page).expect(200);
    story.user("la").get(page).expect(403);
    story.user("la").get(page + "/letter.pdf").expect(403);
    assertThat(story.user("la").get("/case/" + story.reference).text()).doesNotContain(page);
  }

  @Test
  @DisplayName("is no one without the role, of an agency that is not in the case, or twice")
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

  /** Another lead reviewer of the same partnership. */
  private TasklistUser secondReviewer() {
    IdentityService identity = desk.the(IdentityService.class);
    User second = identity.newUser(SECOND);
    second.setPassword("practice-review");
    identity.saveUser(second);
    identity.createMembership(SECOND, "south-gloucestershire.lead-reviewer");
    identity.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, SECOND);
    return TasklistUser.signIn(desk.port(), SECOND);
  }

  private static void endNaming(Story story, String userId) {
    CasePerson named =
        story.desk.the(CasePeople.class).of(story.reference).stream()
            .filter(person -> person.isNamed() && person.userId().equals(userId))
            .findFirst()
            .orElseThrow();
    story.presses("manager", "people/" + named.id() + "/end", with()).expect(200);
  }

  private static void isOffered(TasklistUser user, Story story, String task) {
    assertThat(user.tasks(story.reference))
        .extracting(one -> one.path("id").asText())
        .contains(task);
    assertThat(listed(user, "All my work")).contains(task);
    assertThat(listed(user, "Tasks for my groups")).contains(task);
    user.formVariables(task).expect(200);
    user.get("engine:task/" + task + "/deployed-form").expect(200);
  }

  private static void isRefused(TasklistUser user, Story story, String task) {
    assertThat(user.tasks(story.reference)).isEmpty();
    assertThat(listed(user, "All my work")).doesNotContain(task);
    assertThat(listed(user, "Everything I may see")).doesNotContain(task);
    assertThat(user.get("engine:history/task?taskId=" + task).body()).isEmpty();
    assertThat(user.formVariables(task).status()).isEqualTo(404);
    assertThat(user.get("engine:task/" + task + "/deployed-form").status()).isEqualTo(404);
    assertThat(user.claim(task).status()).isIn(403, 404);
    assertThat(user.submitForm(task, with()).status()).isEqualTo(404);
  }

  /** What one of the lists of Tasklist shows someone. */
  static List<String> listed(TasklistUser user, String list) {
    for (JsonNode filter : user.get("engine:filter?resourceType=Task&maxResults=20").body()) {
      if (filter.path("name").asText().equals(list)) {
        return user.post(
                "engine:filter/" + filter.path("id").asText() + "/list?maxResults=200", with())
            .expect(200)
            .body()
            .findValuesAsText("id");
      }
    }
    throw new AssertionError("There is no list " + list);
  }

  private int press(Story story, String who, String account) {
    // The page itself offers no one like that; the call alone is refused as well.
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
