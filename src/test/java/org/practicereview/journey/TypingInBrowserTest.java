package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@DisplayName("Typing in a browser")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class TypingInBrowserTest extends StoryTest {

  private static final String PASSWORD = "practice-review";
  private static final String NOTES = "[id$=-screeningNotes]";

  /** Takes longer to type than it takes to make a free task one's own. */
  private static final String MINE =
      "It is typed while the task is being taken. ".repeat(20).strip();

  private static final String IMPROVEMENTS = "#improvements";

  @Test
  @DisplayName("loses no character of a Camunda form or an embedded form, whatever happens")
  void nothingIsLost() {
    Story first = referred();
    Story second = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    String camunda = taken(first, "screenReferral");
    String embedded = taken(second, "prepareReport");

    try (Browser browser = Browser.open("en-US")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      open(browser, camunda, NOTES);
      browser.type(NOTES, "Łuczak said \"no\".").sees("Kept at ");
      picture(browser, "camunda-form");
      browser.type(NOTES, " At once").reload();
      reopened(browser, camunda, NOTES, "Łuczak said \"no\". At once");

      browser.type(NOTES, ", then another task");
      open(browser, embedded, IMPROVEMENTS);
      browser.click("input[name=moreAgenciesNeeded][value=false]");
      browser.type(IMPROVEMENTS, "Facts").sees("Kept at ");
      browser.click("input[name=moreAgenciesNeeded][value=true]");
      picture(browser, "embedded-form");
      browser.reload();
      reopened(browser, embedded, IMPROVEMENTS, "Facts");
      browser.click("input[name=moreAgenciesNeeded][value=false]");
      browser.type(IMPROVEMENTS, " and more");
      reopened(browser, camunda, NOTES, "Łuczak said \"no\". At once, then another task");

      browser.loseSession();
      browser.type(NOTES, ", signed out").sees("Not kept.");
      picture(browser, "signed-out");
      browser.signIn(service(), "sg-manager", "practice-review");
      reopened(
          browser, camunda, NOTES, "Łuczak said \"no\". At once, then another task, signed out");
    }
    try (Browser other = Browser.open("en-GB")) {
      other.signIn(service(), "sg-manager", "practice-review");
      reopened(other, embedded, IMPROVEMENTS, "Facts and more");
      reopened(other, camunda, NOTES, "Łuczak said \"no\". At once, then another task, signed out");
      other.run("document.querySelector('.practice-state button').click()");
      other.run("document.querySelector('.practice-state button').click()");
      other.await(
          "document.querySelector('"
              + NOTES
              + "') && document.querySelector('"
              + NOTES
              + "').value === ''");
    }
  }

  @Test
  @DisplayName("loses no character on the public page, and shows it to no one who does not ask")
  void publicPage() {
    String page = service() + "/refer/" + STAFFORDSHIRE;
    try (Browser browser = Browser.open("en-GB")) {
      browser.go(page).type("#incidentOutline", "What happened").sees("Kept at ");
      browser.type("#incidentOutline", " at once").reload();
      browser.sees("A form was begun in this browser");
      browser.holds("#incidentOutline", "");
      browser.run("window.scrollTo(0, 0)");
      picture(browser, "public-begun");
      browser.click("form[action$='draft/shown'] button").sees("It has not been sent");
      browser.holds("#incidentOutline", "What happened at once");
      browser.run("document.querySelector('#delete-draft').scrollIntoView()");
      picture(browser, "public-delete");
      browser.click("#delete-draft button").sees("is deleted");
      browser.holds("#incidentOutline", "");
      browser.reload();
      assertThat(browser.text()).doesNotContain("A form was begun");
    }
  }

  @Test
  @DisplayName(
      "of a date goes by day, month and year; one that does not exist is refused, by its name")
  void dates() {
    Story story = referred();
    String task = taken(story, "screenReferral");
    Story next = referred();
    String second = taken(next, "screenReferral");
    String date = "[id$=-incidentOn-date]";
    try (Browser browser = Browser.open("en-US")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      open(browser, task, date);
      browser.await(
          "/^[0-9]{2}.[0-9]{2}.2026$/.test(document.querySelector('[id$=-awareOn-date]').value)");
      assertThat(browser.run("document.querySelector('" + date + "').placeholder").asText())
          .isEqualTo("dd/mm/yyyy");
      browser.run("document.querySelector('" + date + "').select()");
      browser.type(date, "32/13/2026").press("Tab", 9).sees("32/13/2026 is not a date");
      assertThat(browser.value(date)).isEqualTo("32/13/2026");
      browser.sees("Kept at ").reload();
      reopened(browser, task, date, "32/13/2026");

      // From the last field by keyboard to Complete, which is never out of reach.
      browser.run("document.querySelector('[id$=-screeningNotes]').focus()");
      browser.press("Tab", 9);
      assertThat(browser.run("document.activeElement.textContent.trim()").asText())
          .isEqualTo("Complete");
      browser.press("Enter", 13).sees("There is a problem. Nothing was sent.");
      browser.sees("Date of the incident: 32/13/2026 is not a date");
      assertThat(browser.run("document.activeElement.id").asText()).endsWith("-incidentOn-date");
      picture(browser, "refused");
      open(browser, second, date);
      assertThat(browser.text()).doesNotContain("There is a problem");
      assertThat(story.open()).contains("screenReferral");
    }
  }

  @Test
  @DisplayName(
      "takes a free task, which can be given back; a colleague's can be read, and says whose it is")
  void whoseTask() {
    Story story = referred();
    String task = story.task("manager", "screenReferral").path("id").asText();
    String second = account("sg-second", "sg-manager");
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      open(browser, task, NOTES);
      browser.sees("No one is doing this task.");
      browser.type(NOTES, MINE).sees("You are doing this task.").sees("Kept at ");
      assertThat(assignee(story, task)).isEqualTo("sg-manager");
      assertThat(browser.value(NOTES)).isEqualTo(MINE);
      browser.run("document.querySelector('.practice-whose button').click()");
      browser.sees("No one is doing this task.");
      assertThat(assignee(story, task)).isEmpty();

      TasklistUser colleague = TasklistUser.signIn(desk.port(), second, PASSWORD);
      colleague.send(
          "PUT", "engine:task/" + task + "/draft", Map.of("version", 0, "answers", Map.of()));
      browser.reload().sees("Sam Second began writing in this form at ");
      colleague.claim(task).expect(204);
      browser.reload().sees("This is being done by Sam Second since ");
      assertThat(browser.text()).doesNotContain("Form failure");
      open(browser, task, NOTES);
      browser.await("document.querySelector('" + NOTES + "').readOnly");
      picture(browser, "colleague");

      TasklistUser manager = story.user("manager");
      assertThat(manager.post("engine:task/" + task + "/unclaim", Map.of()).expect(409).text())
          .contains("This is being done by Sam Second");
      assertThat(manager.claim(task).expect(409).text()).contains("done by Sam Second");
      assertThat(manager.submitForm(task, Map.of()).expect(409).text())
          .contains("done by Sam Second");
      for (String call : List.of("claim", "unclaim", "submit-form")) {
        desk.user("es-manager")
            .post("engine:task/" + task + "/" + call, Map.of("userId", "es-manager"))
            .expect(404);
      }
      colleague.post("engine:task/" + task + "/unclaim", Map.of()).expect(204);
      assertThat(colleague.post("engine:task/" + task + "/unclaim", Map.of()).expect(409).text())
          .contains("No one has this task");
    } finally {
      desk.the(IdentityService.class).deleteUser(second);
    }
  }

  @Test
  @DisplayName(
      "and sending says what was done and what comes next, and warns before the session ends")
  void afterSending() {
    Story story = referred();
    String task = taken(story, "screenReferral");
    Map<String, Object> filled =
        story.filledIn("manager", story.task("manager", "screenReferral"), with());
    story
        .user("manager")
        .send("PUT", "engine:task/" + task + "/draft", Map.of("version", 0, "answers", filled))
        .expect(200);
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      open(browser, task, NOTES);
      // Each answer of the service says it anew, so that one that is late would move the end again.
      browser.await(
          "(document.cookie = 'session-ends=' + (Date.now() + 100000) + '.' + Date.now() + '; path=/')"
              + " && document.body.innerText.includes('You will be signed out in 2 minutes')");
      picture(browser, "session-ends");
      browser.press("Shift", 16).await("!document.querySelector('#session-ends')");

      browser.click(".form-actions .btn-primary").sees("Done: Screen the referral");
      browser.sees("Next in this case: ").sees("All your work");
      picture(browser, "sent");
      assertThat(story.open()).doesNotContain("screenReferral");
    }
  }

  private Story referred() {
    return story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
  }

  private static String assignee(Story story, String task) {
    String user = story.user("manager").get("engine:task/" + task).body().path("assignee").asText();
    return user.equals("null") ? "" : user;
  }

  /** Another account, with the roles of one of the demonstration. */
  private String account(String id, String like) {
    IdentityService accounts = desk.the(IdentityService.class);
    User user = accounts.newUser(id);
    user.setFirstName("Sam");
    user.setLastName("Second");
    user.setPassword(PASSWORD);
    accounts.saveUser(user);
    accounts
        .createGroupQuery()
        .groupMember(like)
        .list()
        .forEach(group -> accounts.createMembership(id, group.getId()));
    accounts.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, id);
    return id;
  }

  private static String taken(Story story, String task) {
    String id = story.task("manager", task).path("id").asText();
    story.user("manager").claim(id).expect(204);
    return id;
  }

  private String service() {
    return "http://localhost:" + desk.port();
  }

  /** Opens a task and waits until what was kept has been looked for. */
  private static void open(Browser browser, String task, String field) {
    browser.run("location.hash = '#/?task=" + task + "'");
    browser.await(
        "document.querySelector(\".practice-bar[data-draft*='"
            + task
            + "'][aria-busy=false]\") && document.querySelector(\""
            + field
            + "\")");
  }

  /** Opens a task again, and waits until what was typed stands there to its last character. */
  private static void reopened(Browser browser, String task, String field, String typed) {
    open(browser, task, field);
    browser.holds(field, typed);
  }

  private static void picture(Browser browser, String name) {
    browser.picture(Path.of("target/pictures/" + name + ".png"));
  }
}
