package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CasePeople;
import org.practicereview.journey.TasklistUser.Answer;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The reviewer's own notes")
class NotesTest extends StoryTest {

  private static final String SECRET = "Quillwhisper said the bath was never run.";
  private static final String WORD = "Quillwhisper";

  @Test
  @DisplayName("are kept, reworded and destroyed by their author, and the trail tells no more")
  void life() {
    Story story = reviewed();
    TasklistUser reviewer = story.user("reviewer");

    keep(story, reviewer, SECRET + "\n<script>alert(1)</script> ${7*7} [[${case}]]").expect(302);
    Document page = page(story, reviewer);
    assertThat(page.select(".pr-typed").text())
        .contains(SECRET, "<script>alert(1)</script> ${7*7} [[${case}]]");
    assertThat(page.select(".pr-typed script")).isEmpty();

    String note = note(page);
    send(story, reviewer, note, with("version", 1, "text", "A second wording.")).expect(302);
    assertThat(page(story, reviewer).text())
        .contains("A second wording.", "Version 2", "Earlier wordings", SECRET);
    Answer stale = send(story, reviewer, note, with("version", 1, "text", "Typed meanwhile."));
    assertThat(stale.expect(200).text()).contains("in another window", "Typed meanwhile.");

    send(story, reviewer, note + "/destruction", with()).expect(302);
    assertThat(page(story, reviewer).text()).contains("A second wording.");
    send(story, reviewer, note + "/destruction", with("sure", "yes")).expect(302);
    assertThat(page(story, reviewer).text())
        .contains("destroyed")
        .doesNotContain("A second wording.", WORD);
    assertThat(send(story, reviewer, note, with("version", 2, "text", "Back.")).text())
        .contains("has been destroyed");
    assertThat(rows("REVIEWER_NOTE_WORDING", "note_id", note)).isEmpty();
    story.trailTells(
        "The reviewer kept a note for their own recall.",
        "The reviewer reworded a note of their own.",
        "The reviewer destroyed a note of their own.");
    assertThat(story.page("manager"))
        .contains("kept a note")
        .doesNotContain(WORD, "second wording");
  }

  @Test
  @DisplayName("are seen by no one else: no role, no other reviewer, no administrator, by no way")
  void nobodyElse() {
    Story story = reviewed();
    TasklistUser reviewer = story.user("reviewer");
    keep(story, reviewer, SECRET).expect(302);
    String note = note(page(story, reviewer));

    List<String> people = new ArrayList<>();
    for (User user : desk.the(IdentityService.class).createUserQuery().list()) {
      String id = user.getId();
      if (!id.equals("sg-reviewer")
          && (id.startsWith("sg-")
              || List.of("admin", "modeller", "es-reviewer", "es-manager").contains(id))) {
        people.add(id);
      }
    }
    assertThat(people).hasSizeGreaterThan(25).contains("sg-manager", "admin", "sg-auditor");
    for (String id : people) {
      TasklistUser person = desk.user(id);
      seesNothing(id, person, story, note);
      person.get(path(story)).expect(404);
      for (String target : List.of("", "/" + note, "/" + note + "/destruction")) {
        person
            .submitPage(
                "/cases", path(story) + target, with("text", "Mine.", "version", 1, "sure", "yes"))
            .expect(404);
      }
    }
    desk.visitor().get(path(story)).expect(302);
    assertThat(page(story, reviewer).text()).contains(SECRET);
    assertThat(note(page(story, reviewer))).isEqualTo(note);
    assertThat(placesWith("PUBLIC")).isEmpty();
    assertThat(placesWith("REVIEW")).isEmpty();
  }

  /** Reads what this person can reach; wherever it is refused, it may say nothing either. */
  private void seesNothing(String id, TasklistUser person, Story story, String note) {
    List<String> ways =
        new ArrayList<>(
            List.of(
                "/cases",
                "/outbox",
                "/case/" + story.reference,
                "/case/" + story.reference + "/documents/" + note,
                "/letters/" + note,
                "/engine-rest/history/detail",
                "engine:history/task?processInstanceBusinessKey=" + story.reference,
                "engine:task/" + note + "/form-variables"));
    // By case: over the history of all cases these would scan the whole test database.
    for (ProcessInstance instance : desk.instances(story.reference)) {
      for (String kept :
          List.of(
              "variable-instance?processInstanceIdIn=",
              "history/variable-instance?processInstanceId=",
              "history/detail?processInstanceId=",
              "history/user-operation?processInstanceId=")) {
        ways.add("engine:" + kept + instance.getId());
      }
    }
    desk.tasks(story.reference)
        .forEach(
            task ->
                ways.addAll(
                    List.of(
                        "engine:task/" + task.getId() + "/form-variables",
                        "engine:task/" + task.getId() + "/comment")));
    for (String way : ways) {
      Answer answer = person.get(way);
      assertThat(answer.status()).as(id + " asks rightly at " + way).isNotEqualTo(400);
      assertThat(answer.text()).as(id + " at " + way).doesNotContain(WORD);
    }
  }

  @Test
  @DisplayName("of another reviewer of the same partnership are not there either")
  void otherReviewer() {
    Story story = reviewed();
    keep(story, story.user("reviewer"), SECRET).expect(302);
    String note = note(page(story, story.user("reviewer")));
    IdentityService identity = desk.the(IdentityService.class);
    User second = identity.newUser("sg-secondreviewer");
    second.setPassword("practice-review");
    identity.saveUser(second);
    identity.createMembership("sg-secondreviewer", "south-gloucestershire.lead-reviewer");
    identity.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, "sg-secondreviewer");
    try {
      TasklistUser other = TasklistUser.signIn(desk.port(), "sg-secondreviewer");
      other.get(path(story)).expect(404);
      people().name(story.reference, second.getId(), CasePeople.LEAD_REVIEWER, "", "sg-manager");
      assertThat(other.get(path(story)).text()).doesNotContain(WORD, note);
      send(story, other, note, with("version", 1, "text", "Mine.")).expect(404);
      send(story, other, note + "/destruction", with("sure", "yes")).expect(404);
      seesNothing("sg-secondreviewer", other, story, note);
      // A row moved to another author behind the service's back does not open.
      JdbcTemplate jdbc = desk.the(JdbcTemplate.class);
      jdbc.update(
          "update review.reviewer_note set author = 'sg-secondreviewer' where id = ?", note);
      assertThat(other.get(path(story)).text()).doesNotContain(WORD);
      jdbc.update("update review.reviewer_note set author = 'sg-reviewer' where id = ?", note);
    } finally {
      identity.deleteUser("sg-secondreviewer");
    }
    assertThat(page(story, story.user("reviewer")).text()).contains(SECRET);
  }

  @Test
  @DisplayName("stay readable, and can be destroyed, for a reviewer who was replaced")
  void replaced() {
    Story story = reviewed();
    TasklistUser reviewer = story.user("reviewer");
    String page = "/case/" + story.reference;
    assertThat(reviewer.get(page).expect(200).text()).contains(path(story), "Your own notes");
    assertThat(story.user("manager").get(page).text()).doesNotContain(path(story));
    keep(story, reviewer, SECRET).expect(302);

    people().endAll(story.reference, CasePeople.LEAD_REVIEWER, "", "sg-manager");
    reviewer.get(page).expect(404);
    Document left = page(story, reviewer);
    assertThat(left.text()).contains(SECRET, "no longer the reviewer");
    assertThat(left.select("textarea")).isEmpty();
    String note = note(left);
    String elsewhere = "/cases";
    reviewer.submitPage(elsewhere, path(story), with("text", "More.")).expect(404);
    reviewer
        .submitPage(elsewhere, path(story) + "/" + note, with("text", "More.", "version", 1))
        .expect(404);
    send(story, reviewer, note + "/destruction", with("sure", "yes")).expect(302);
    assertThat(page(story, reviewer).text()).contains("destroyed").doesNotContain(WORD);
  }

  @Test
  @DisplayName("are not there for whoever was never the reviewer of the case")
  void neverNamed() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    TasklistUser reviewer = story.user("reviewer");
    reviewer.get(path(story)).expect(404);
    reviewer.submitPage("/cases", path(story), with("text", SECRET)).expect(404);
    assertThat(rows("REVIEWER_NOTE", "case_reference", story.reference)).isEmpty();
  }

  @Test
  @DisplayName("are refused without the page's token, empty or too long, and are cached nowhere")
  void badInput() {
    Story story = reviewed();
    TasklistUser reviewer = story.user("reviewer");

    reviewer.post(path(story), Map.of("text", SECRET)).expect(403);
    assertThat(keep(story, reviewer, "   ").expect(200).text()).contains("cannot be empty");
    assertThat(keep(story, reviewer, "x".repeat(20_001)).expect(200).text())
        .contains("up to 20,000 characters", "x".repeat(20_001));
    assertThat(page(story, reviewer).select("article")).isEmpty();
    Answer page = reviewer.get(path(story));
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    reviewer.get("/case/SG-2026-9999/notes").expect(404);
    send(story, reviewer, "none", with("version", 1, "text", "There is none.")).expect(404);
    assertThat(reviewer.get(path(story) + "/none").status()).isIn(404, 405);
  }

  private Story reviewed() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    people().name(story.reference, "sg-reviewer", CasePeople.LEAD_REVIEWER, "", "sg-manager");
    return story;
  }

  private CasePeople people() {
    return desk.the(CasePeople.class);
  }

  private static String path(Story story) {
    return "/case/" + story.reference + "/notes";
  }

  private static Answer keep(Story story, TasklistUser who, String text) {
    return who.submitPage(path(story), path(story), with("text", text));
  }

  private static Answer send(Story story, TasklistUser who, String to, Map<String, Object> fields) {
    return who.submitPage(path(story), path(story) + "/" + to, fields);
  }

  private static Document page(Story story, TasklistUser who) {
    return Jsoup.parse(who.get(path(story)).expect(200).text());
  }

  /** The id of the first note on the page. */
  private static String note(Document page) {
    String action = page.select("article form[action$=destruction]").get(0).attr("action");
    return action.replaceFirst(".*/notes/", "").replaceFirst("/destruction$", "");
  }

  private List<Map<String, Object>> rows(String table, String column, String value) {
    return desk.the(JdbcTemplate.class)
        .queryForList("select * from review." + table + " where " + column + " = ?", value);
  }

  /** Every column of every table of a schema that holds a word of the note. */
  private List<String> placesWith(String schema) {
    JdbcTemplate jdbc = desk.the(JdbcTemplate.class);
    List<String> places = new ArrayList<>();
    for (String table :
        jdbc.queryForList(
            "select table_name from information_schema.tables where table_schema = ?",
            String.class,
            schema)) {
      for (Map<String, Object> row :
          jdbc.queryForList("select * from " + schema + ".\"" + table + "\"")) {
        row.forEach(
            (column, value) -> {
              String text =
                  value instanceof byte[] bytes
                      ? new String(bytes, StandardCharsets.ISO_8859_1)
                      : String.valueOf(value);
              if (text.contains(WORD)) {
                places.add(table + "." + column);
              }
            });
      }
    }
    return places;
  }
}
