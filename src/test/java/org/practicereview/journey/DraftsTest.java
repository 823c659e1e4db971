package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.notes.SealedTexts;
import org.practicereview.notes.TextSeal;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("What is typed and not sent")
class DraftsTest extends StoryTest {

  private static final String WORD = "Quillwhisper";
  private static final String PASSWORD = "practice-review";
  private static final String SECRET = WORD + " said the bath was never run.";

  @Test
  @DisplayName("comes back to its author when the form opens, until it is sent")
  void author() {
    Story story = referred();
    TasklistUser manager = story.user("manager");
    String task = story.task("manager", "screenReferral").path("id").asText();

    Answer kept = keep(manager, task, 0, with("screeningNotes", SECRET)).expect(200);
    assertThat(kept.body().path("version").asInt()).isEqualTo(1);
    assertThat(kept.body().path("keptAt").asText()).isNotBlank();
    assertThat(notes(manager, task)).isEqualTo(SECRET);
    assertThat(notes(TasklistUser.signIn(desk.port(), "sg-manager"), task)).isEqualTo(SECRET);

    // Only what has changed, as a page that is closing sends it.
    manager.send("POST", draft(task), body(1, with("awarenessSource", "A letter"))).expect(200);
    assertThat(notes(manager, task)).isEqualTo(SECRET);
    assertThat(manager.formVariables(task).body().at("/awarenessSource/value").asText())
        .isEqualTo("A letter");

    // What the form only shows, and what it does not ask, stays as the case has it.
    keep(manager, task, 2, with("screeningNotes", SECRET, "childName", "Other", "made", "up"))
        .expect(200);
    assertThat(manager.formVariables(task).body().at("/childName/value").asText())
        .isNotEqualTo("Other");
    assertThat(manager.formVariables(task).text()).doesNotContain("\"made\"");

    manager.claim(task).expect(204);
    manager
        .submitForm(
            task, story.filledIn("manager", story.task("manager", "screenReferral"), with()))
        .expect(204);
    assertThat(rows("task:" + task)).isEmpty();
    keep(manager, task, 3, with("screeningNotes", SECRET)).expect(404);
    assertThat(rows("task:" + task)).isEmpty();
  }

  @Test
  @DisplayName("is there as before when it was sealed again with another key")
  void sealedAgain() {
    Story story = referred();
    TasklistUser manager = story.user("manager");
    String task = story.task("manager", "screenReferral").path("id").asText();
    keep(manager, task, 0, with("screeningNotes", SECRET)).expect(200);
    byte[] before = sealed("task:" + task);
    TextSeal seal = desk.the(TextSeal.class);
    List<String> places = new ArrayList<>();

    desk.all(SealedTexts.class)
        .forEach(
            table ->
                table.sealAgain(
                    (place, closed) -> {
                      places.add(place);
                      return Optional.of(place)
                          .filter(one -> one.contains("task:" + task))
                          .map(one -> seal.close(one, seal.open(one, closed)));
                    }));

    assertThat(places).anyMatch(place -> place.contains("task:" + task));
    assertThat(sealed("task:" + task)).isNotEqualTo(before);
    assertThat(notes(manager, task)).isEqualTo(SECRET);
  }

  @Test
  @DisplayName("is its author's alone; others see only that someone writes, and since when")
  void othersSeeThatSomeoneWrites() {
    Story story = referred().does("manager", "screenReferral");
    String task = story.task("la", "giveView").path("id").asText();
    String second = account("sg-second", "sg-la");
    try {
      TasklistUser la = story.user("la");
      TasklistUser other = TasklistUser.signIn(desk.port(), second, PASSWORD);
      keep(la, task, 0, with("viewReasons", SECRET)).expect(200);

      Answer seen = other.get(draft(task)).expect(200);
      assertThat(seen.text()).doesNotContain(WORD);
      assertThat(seen.body().path("version").asInt()).isZero();
      assertThat(seen.body().at("/others/0/name").asText()).isNotBlank().isNotEqualTo("sg-la");
      assertThat(seen.body().at("/others/0/since").asText()).isNotBlank();
      assertThat(other.formVariables(task).expect(200).text()).doesNotContain(WORD);
      assertThat(la.get(draft(task)).body().path("others")).isEmpty();

      keep(other, task, 0, with("viewReasons", "Mine")).expect(200);
      assertThat(la.get(draft(task)).body().at("/others/0/name").asText()).isEqualTo("Sam Second");
      assertThat(la.formVariables(task).text()).contains(WORD).doesNotContain("Mine");

      // A colleague who has the task writes alone, and is named.
      other.claim(task).expect(204);
      Answer refused = keep(la, task, 1, with("viewReasons", "Too late")).expect(409);
      assertThat(refused.text()).contains("being done by Sam Second");
      assertThat(la.formVariables(task).expect(200).text()).doesNotContain(WORD);
    } finally {
      desk.the(IdentityService.class).deleteUser(second);
    }
  }

  @Test
  @DisplayName("is nobody's who may not do the task, is gone with the right, and needs the token")
  void doors() {
    Story story = referred();
    TasklistUser manager = story.user("manager");
    String task = story.task("manager", "screenReferral").path("id").asText();
    keep(manager, task, 0, with("screeningNotes", SECRET)).expect(200);

    for (TasklistUser stranger : List.of(desk.user("es-manager"), story.user("auditor"))) {
      stranger.get(draft(task)).expect(404);
      keep(stranger, task, 0, with("screeningNotes", "Mine")).expect(404);
      stranger.send("DELETE", draft(task), "{}").expect(404);
    }
    desk.visitor().get(draft(task)).expect(401);
    assertThat(notes(manager, task)).isEqualTo(SECRET);
    assertThat(manager.get(draft(task)).header("Cache-Control")).contains("no-store");
    manager.send("PUT", draft(task), "{").expect(400);
    keep(manager, task, 1, with("screeningNotes", "x".repeat(2_000_001))).expect(413);
    assertThat(notes(manager, task)).isEqualTo(SECRET);

    String second = account("sg-second", "sg-manager", "sg-executive");
    try {
      TasklistUser colleague = TasklistUser.signIn(desk.port(), second, PASSWORD);
      keep(colleague, task, 0, with("screeningNotes", "Mine")).expect(200);
      desk.the(IdentityService.class)
          .deleteMembership(second, "south-gloucestershire.business-manager");
      colleague = TasklistUser.signIn(desk.port(), second, PASSWORD);
      colleague.get(draft(task)).expect(404);
      colleague.formVariables(task).expect(404);
      keep(colleague, task, 1, with("screeningNotes", "More")).expect(404);
    } finally {
      desk.the(IdentityService.class).deleteUser(second);
    }
    assertThat(notes(manager, task)).isEqualTo(SECRET);
    manager.send("DELETE", draft(task), "{}").expect(204);
    assertThat(notes(manager, task)).isEmpty();
  }

  @Test
  @DisplayName("is sealed in the database, and not in the engine's tables at all")
  void sealed() {
    Story story = referred();
    String task = story.task("manager", "screenReferral").path("id").asText();
    keep(story.user("manager"), task, 0, with("screeningNotes", SECRET)).expect(200);
    assertThat(placesWith("REVIEW")).isEmpty();
    assertThat(placesWith("PUBLIC")).isEmpty();
  }

  @Test
  @DisplayName("goes with a task that falls away, and after a time")
  void goneWithTheTask() {
    Story story = referred();
    TasklistUser manager = story.user("manager");
    String task = story.task("manager", "screenReferral").path("id").asText();
    keep(manager, task, 0, with("screeningNotes", SECRET)).expect(200);

    ClockUtil.setCurrentTime(
        new Date(ClockUtil.getCurrentTime().getTime() + Duration.ofDays(91).toMillis()));
    assertThat(notes(manager, task)).isEmpty();
    keep(manager, task, 0, with("screeningNotes", SECRET)).expect(200);
    assertThat(rows("task:" + task)).hasSize(1);

    RuntimeService runtime = desk.the(RuntimeService.class);
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(story.reference)
        .rootProcessInstances()
        .list()
        .forEach(one -> runtime.deleteProcessInstance(one.getId(), "Made in error"));
    assertThat(rows("task:" + task)).isEmpty();
  }

  @Test
  @DisplayName("in two windows of one person is not overwritten without a question")
  void twoWindows() {
    Story story = referred();
    TasklistUser manager = story.user("manager");
    String task = story.task("manager", "screenReferral").path("id").asText();
    keep(manager, task, 0, with("screeningNotes", "First")).expect(200);
    Answer refused = keep(manager, task, 0, with("screeningNotes", "Second")).expect(409);
    assertThat(refused.body().path("type").asText()).isEqualTo("TypedElsewhere");
    assertThat(notes(manager, task)).isEqualTo("First");
  }

  @Test
  @DisplayName("into the form of a referral in Tasklist is kept until the case is opened")
  void startForm() {
    TasklistUser head = TasklistUser.signIn(desk.port(), "sg-head");
    String definition =
        head.get("engine:process-definition/key/practice-review").body().path("id").asText();
    String draft = "engine:process-definition/" + definition + "/draft";
    String form = "engine:process-definition/" + definition + "/form-variables";
    head.send("PUT", draft, body(0, with("childName", WORD))).expect(200);
    assertThat(head.get(form).body().at("/childName/value").asText()).isEqualTo(WORD);
    assertThat(TasklistUser.signIn(desk.port(), "sg-la").get(form).text()).doesNotContain(WORD);
    story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    assertThat(head.get(form).text()).doesNotContain(WORD);
  }

  @Test
  @DisplayName("on the public page comes back to the same browser for a day, when it is asked for")
  void publicPage() {
    TasklistUser browser = desk.visitor();
    String page = "/refer/" + STAFFORDSHIRE;
    String once = Jsoup.parse(browser.get(page).text()).select("input[name=once]").attr("value");
    Map<String, Object> typed = with("once", once, "childName", WORD, "incidentOutline", SECRET);
    Answer kept = browser.submitPage(page, page + "/draft", typed).expect(200);
    assertThat(kept.header("set-cookie"))
        .contains("HttpOnly", "SameSite=Strict")
        .doesNotContain("Max-Age");
    assertThat(placesWith("REVIEW")).isEmpty();

    Document again = Jsoup.parse(browser.get(page).expect(200).text());
    assertThat(again.text()).contains("A form was begun in this browser at").doesNotContain(WORD);
    assertThat(desk.visitor().get(page).text()).doesNotContain("A form was begun");
    Document shown = Jsoup.parse(browser.submitPage(page, page + "/draft/shown", with()).text());
    assertThat(shown.select("#childName").attr("value")).isEqualTo(WORD);
    assertThat(shown.select("#incidentOutline").text()).isEqualTo(SECRET);
    assertThat(shown.select("input[name=once]").attr("value")).isEqualTo(once);
    assertThat(desk.visitor().submitPage(page, page + "/draft/shown", with()).status())
        .isEqualTo(302);

    browser.submitPage(page, page + "/draft/deletion", with()).expect(302);
    assertThat(browser.get(page).text()).contains("is deleted").doesNotContain("was begun");
    assertThat(referralRows(once)).isZero();
    browser.submitPage(page, page + "/draft", typed).expect(200);
    ClockUtil.setCurrentTime(
        new Date(ClockUtil.getCurrentTime().getTime() + Duration.ofHours(25).toMillis()));
    assertThat(browser.get(page).text()).doesNotContain("was begun");
  }

  @Test
  @DisplayName("on the public page is gone once it is sent, and no other page can put words there")
  void publicPageSent() {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    TasklistUser browser = desk.visitor();
    String page = "/refer/" + STAFFORDSHIRE;
    String once = Jsoup.parse(browser.get(page).text()).select("input[name=once]").attr("value");
    Map<String, Object> typed = story.referral(with("once", once));
    browser.submitPage(page, page + "/draft", typed).expect(200);
    assertThat(referralRows(once)).isOne();
    browser.refers(STAFFORDSHIRE, typed).expect(200);
    assertThat(referralRows(once)).isZero();
    // What was on its way when the form was sent.
    browser.submitPage(page, page + "/draft", typed).expect(204);
    assertThat(referralRows(once)).isZero();
    browser.submitPage(page, page + "/draft", with("childName", "No mark")).expect(403);
    browser
        .submitPage(
            page, page + "/draft", with("once", once, "incidentOutline", "x".repeat(600_000)))
        .expect(204);
  }

  private Story referred() {
    return story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
  }

  /** Another account, with the roles of some of the demonstration. */
  private String account(String id, String... like) {
    IdentityService accounts = desk.the(IdentityService.class);
    User user = accounts.newUser(id);
    user.setFirstName("Sam");
    user.setLastName("Second");
    user.setPassword(PASSWORD);
    accounts.saveUser(user);
    Stream.of(like)
        .flatMap(one -> accounts.createGroupQuery().groupMember(one).list().stream())
        .map(Group::getId)
        .distinct()
        .forEach(group -> accounts.createMembership(id, group));
    accounts.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, id);
    return id;
  }

  private static String draft(String task) {
    return "engine:task/" + task + "/draft";
  }

  private static Answer keep(
      TasklistUser who, String task, int version, Map<String, Object> typed) {
    return who.send("PUT", draft(task), body(version, typed));
  }

  private static Map<String, Object> body(int version, Map<String, Object> typed) {
    return Map.of("version", version, "answers", typed);
  }

  private static String notes(TasklistUser who, String task) {
    return who.formVariables(task).expect(200).body().at("/screeningNotes/value").asText();
  }

  private List<Map<String, Object>> rows(String place) {
    return desk.the(JdbcTemplate.class)
        .queryForList("select * from review.form_draft where place = ?", place);
  }

  private byte[] sealed(String place) {
    return desk.the(JdbcTemplate.class)
        .queryForObject(
            "select sealed from review.form_draft where place = ?", byte[].class, place);
  }

  private int referralRows(String once) {
    return desk.the(JdbcTemplate.class)
        .queryForObject(
            "select count(*) from review.referral_draft where once = ?", Integer.class, once);
  }

  /** Every column of every table of a schema that holds the word. */
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
