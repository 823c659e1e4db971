package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.register.ArchiveEntry;
import org.practicereview.register.ArchivedReviews;
import org.practicereview.requirements.Requirement;

@DisplayName("The service's own pages")
class CasePagesTest extends StoryTest {

  @Test
  @Requirement("R-163")
  @DisplayName("list the cases someone takes part in, with what is to be done next")
  void list() {
    Story asked = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    Story other = story(SOUTH_GLOUCESTERSHIRE, "2026-05-12").referredBy("manager", with());

    assertThat(listed(asked.user("manager"), asked)).contains("Wed 20 May 2026");
    assertThat(listed(asked.user("manager"), other)).contains("Check immediate safety");
    assertThat(listed(asked.user("author-police"), asked)).contains("/case/" + asked.reference);
    for (TasklistUser stranger : List.of(asked.user("author-health"), desk.user("es-manager"))) {
      assertThat(listed(stranger, asked)).doesNotContain("/case/");
      assertThat(listed(stranger, other)).doesNotContain("/case/");
    }
    assertThat(listed(asked.user("author-police"), other)).doesNotContain("/case/");
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
  @DisplayName("show a form that was sent with the questions that stood in it then")
  void asAsked() throws IOException {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    String before = "What happened?";
    String now = "What has happened, as far as it is known?";
    assertThat(story.page("manager")).contains(before, "Sat 9 May 2026");

    Path form = Path.of("forms/referral/refer-incident.form");
    RepositoryService repository = desk.the(RepositoryService.class);
    String changed =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addString(form.toString(), Files.readString(form).replace(before, now)))
            .getId();
    try {
      assertThat(story.page("manager")).contains(before).doesNotContain(now);
      Story later = story(SOUTH_GLOUCESTERSHIRE, "2026-05-12").referredBy("manager", with());
      assertThat(later.page("manager")).contains(now).doesNotContain(before);
    } finally {
      repository.deleteDeployment(changed);
    }
  }

  @Test
  @DisplayName("show a case at a glance, its path and people by name, and what happened to few")
  void atAGlance() {
    Story asked = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    String outline = "Sat 9 May 2026: This is an invented case.";

    assertThat(asked.page("manager"))
        .contains(outline, "Next statutory date", "Rapid review, Tue 2 Jun 2026 running")
        .contains("The path of this case")
        .doesNotContain(", sg-", "by sg-");
    assertThat(asked.page("executive"))
        .contains("Next statutory date")
        .doesNotContain("This is an invented case");
    assertThat(asked.page("author-police"))
        .doesNotContain(outline, "Next statutory date", "The path of this case");
    String task =
        desk.tasks(asked.reference).stream()
            .filter(one -> one.getTaskDefinitionKey().equals("userTask_protectChildrenNow"))
            .findFirst()
            .orElseThrow()
            .getId();
    String link = "default/#/?task=" + task;
    assertThat(asked.user("head").get("/case/" + asked.reference).text())
        .contains(link, "pr-bar--");
    assertThat(asked.user("executive").get("/case/" + asked.reference).text()).doesNotContain(link);
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
    assertThat(trail())
        .last()
        .asString()
        .contains("Archive of South Gloucestershire", "29 September 2019", "was entered")
        .doesNotContain("Child Q");
    review.put("title", " child q  of the old board");
    assertThat(manager.submitPage("/archive", "/archive", review).expect(200).text())
        .contains("There is already a review with this name")
        .as("what was typed stays")
        .contains("value=\"child q  of the old board\"");
    assertThat(manager.get("/archive").text()).containsOnlyOnce("National repository, NSPCC");
    assertThat(desk.user("sg-author-police").get("/archive").expect(200).text())
        .contains("Child Q of the old board", "Serious case review", "National repository")
        .doesNotContain("<form method=\"post\" action=\"/archive\"");
    assertThat(desk.user("es-manager").get("/archive").expect(200).text())
        .doesNotContain("Child Q of the old board");
    desk.visitor().get("/archive").expect(302);
  }

  @Test
  @DisplayName("put a wrong entry in the archive right, and take one out when two people say so")
  void wrongEntryInTheArchive() {
    TasklistUser manager = desk.user("sg-manager");
    TasklistUser head = desk.user("sg-head");
    Map<String, Object> review =
        with(
            "partnership", "south-gloucestershire",
            "title", "Entered in the wrong place",
            "begunOn", "2017-03-01",
            "publishedOn", "",
            "foundAt", "",
            "learning", "Of another partnership.");
    entered(manager, review);
    String first = entry("Entered in the wrong place");
    Map<String, Object> better = with("title", "Child R", "begunOn", "2017-03-02");
    better.put("learning", "Typed with care.");
    better.put("reason", " ");
    for (String other : List.of("sg-executive", "sg-head", "es-manager")) {
      desk.user(other).submitPage("/cases", first + "/correct", better).expect(403);
    }
    assertThat(manager.submitPage("/archive", first + "/correct", better).expect(200).text())
        .contains("Why it is corrected", "value=\"Child R\"", "2017-03-02", "Typed with care.");
    better.put("reason", "The name could be found.");
    assertThat(said(manager, first + "/correct", better)).contains("was corrected", "Child R");
    assertThat(said(manager, first + "/correct", better)).contains("corrected or taken out");

    String second = entry("Child R");
    Map<String, Object> why = with("reason", "It belongs to another partnership.");
    Map<String, Object> remove = with("remove", true);
    assertThat(head.submitPage("/archive", second + "/decide", remove).expect(200).text())
        .contains("No one has asked");
    for (String other : List.of("sg-executive", "es-manager")) {
      desk.user(other).submitPage("/cases", second + "/take-out", why).expect(403);
    }
    said(manager, second + "/take-out", why);
    manager.submitPage("/archive", second + "/decide", remove).expect(403);
    assertThat(manager.submitPage("/archive", second + "/correct", better).expect(200).text())
        .contains("decided first");
    assertThat(head.get(second).expect(200).text()).contains("It belongs to another partnership.");
    assertThat(said(head, second + "/decide", with("remove", false))).contains("stays");

    said(manager, second + "/take-out", why);
    assertThat(said(head, second + "/decide", remove)).contains("was taken out");
    assertThat(desk.user("sg-author-police").get("/archive").text())
        .doesNotContain("Child R", "It belongs to another partnership.");
    assertThat(head.get("/archive").text())
        .contains("corrected by Business manager SGCP", "The name could be found.")
        .contains(
            "taken out by Business manager SGCP and Head of safeguarding SGCP",
            "It belongs to another partnership.");
    assertThat(trail())
        .endsWith(
            archived("1 March 2017 was corrected"),
            archived("2 March 2017 is to be taken out, if a second person agrees"),
            archived("2 March 2017 stays in the archive"),
            archived("2 March 2017 is to be taken out, if a second person agrees"),
            archived("2 March 2017 was taken out"));
    assertThat(entered(manager, review)).as("it may be entered again").contains("was entered");
  }

  @Test
  @DisplayName("are not taken out of the archive by one person in two roles")
  void onePersonInTwoRoles() {
    ArchivedReviews archive = desk.the(ArchivedReviews.class);
    String partnership = "south-gloucestershire";
    archive.enter(
        partnership,
        new ArchiveEntry("Asked by one", LocalDate.of(2016, 5, 4), null, "", "None yet."),
        "sg-manager");
    String id = entry("Asked by one").replaceAll(".*/", "");
    archive.askRemoval(partnership, id, "Entered in haste.", "sg-manager");
    assertThatThrownBy(() -> archive.decideRemoval(partnership, id, true, "sg-manager"))
        .hasMessageContaining("someone else decides");
    assertThat(archive.get(partnership, id).end().by()).isNull();
  }

  private static String archived(String what) {
    return "Archive of South Gloucestershire Children's Partnership: the review that began on "
        + what
        + ".";
  }

  private List<String> trail() {
    return desk.the(AuditTrail.class).of("").stream().map(AuditEntry::sentence).toList();
  }

  /** The address of an entry. */
  private String entry(String title) {
    return desk.the(ArchivedReviews.class).of("south-gloucestershire").stream()
        .filter(review -> review.entry().title().equals(title))
        .map(review -> "/archive/south-gloucestershire/" + review.id())
        .findFirst()
        .orElseThrow();
  }

  private static String said(TasklistUser person, String call, Map<String, Object> values) {
    person.submitPage("/archive", call, values).expect(302);
    return person.get("/archive").text();
  }

  private static String listed(TasklistUser reader, Story story) {
    return reader.get("/cases?q=" + story.reference).expect(200).text();
  }

  private static String entered(TasklistUser manager, Map<String, Object> review) {
    TasklistUser.Answer answer = manager.submitPage("/archive", "/archive", review);
    return answer.status() == 302 ? manager.get("/archive").text() : answer.text();
  }

  @Test
  @DisplayName("show waiting mail to those who keep it going, and its existence to no one else")
  void outbox() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    TasklistUser administrator = desk.visitor();
    administrator.trySignIn("admin", "practice-review", "admin").expect(200);

    assertThat(Desk.outbox(administrator)).contains(story.reference);
    assertThat(administrator.get("/case/" + story.reference).status()).isEqualTo(404);
    assertThat(Desk.outbox(story.user("manager"))).contains(story.reference);
    assertThat(Desk.outbox(desk.user("es-manager"))).doesNotContain(story.reference);
    story.user("la").get("/outbox").expect(403);
    story
        .user("manager")
        .submitPage("/outbox", "/outbox/settle/retry", with("mail", "none", "reason", "Try."))
        .expect(404);
  }
}
