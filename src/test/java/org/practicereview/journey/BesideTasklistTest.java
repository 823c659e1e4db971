package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.notified;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@DisplayName("Beside a task in Tasklist")
class BesideTasklistTest extends StoryTest {

  private static final String WHOLLY_IN_SIGHT =
      """
      (() => { const at = document.querySelector('.practice-case').getBoundingClientRect();
        return at.left >= 0 && at.right <= window.innerWidth && at.width > 500; })()""";

  @Test
  @DisplayName("stands its case in brief, for each as far as they may see the case, or not at all")
  void caseInBrief() {
    Story story =
        asked(
            notified(
                decided(
                    viewed(
                        story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")
                            .referredBy(
                                "manager", with("incidentOutline", "Found <b>hurt</b> at home"))))),
            "police");
    String task = story.task("manager", "prepareReport").path("id").asText();
    String brief = "/my-work/" + task + "/case";

    assertThat(story.user("manager").get(brief).expect(200).text())
        .contains("Found &lt;b&gt;hurt&lt;/b&gt; at home")
        .contains("/case/" + story.reference + "#letters");
    assertThat(text(story.user("manager"), brief))
        .contains("What happened", "Stage", "Rapid review", "Next statutory date", "Who is waited")
        .contains("Prepare the report", "(this task)", "South Gloucestershire police");
    assertThat(text(story.user("executive"), brief))
        .as("sees the case and not who the child is")
        .contains("Next statutory date", "Who is waited for")
        .doesNotContain("hurt", "What happened", "Completed forms");
    assertThat(text(story.user("author-police"), brief))
        .contains("You can see your own agency’s part", "Open the case")
        .doesNotContain("hurt", "Who is waited for", "Prepare the report", "Letters");
    story.user("author-health").get(brief).expect(404);
    desk.user("es-manager").get(brief).expect(404);
    desk.user("es-head").get(brief).expect(404);
    story.user("manager").get("/my-work/unknown/case").expect(404);
    desk.visitor().get(brief).expect(302);
  }

  @Test
  @DisplayName("lead links to the pages of the service that its reader may open")
  void menu() {
    assertThat(desk.user("sg-manager").get("/my-work/menu").expect(200).text())
        .contains("/my-work", "/cases", "/calendar", "/outbox");
    assertThat(desk.user("sg-author-police").get("/my-work/menu").expect(200).text())
        .contains("/my-work", "/cases", "/calendar")
        .doesNotContain("/outbox");
    desk.visitor().get("/my-work/menu").expect(302);
  }

  @Test
  @DisplayName("both are reached by keyboard, also in a narrow window, and lose nothing typed")
  @EnabledIf("org.practicereview.journey.Browser#isThere")
  void inBrowser() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    String task = story.task("manager", "screenReferral").path("id").asText();
    Story second = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    String other = second.task("manager", "screenReferral").path("id").asText();
    story.user("manager").claim(task).expect(204);
    String notes = "[id$=-screeningNotes]";
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn("http://localhost:" + desk.port(), "sg-manager", "practice-review");
      browser.run("location.hash = '#/?task=" + task + "'");
      browser.type(notes, "Typed before looking at the case").sees("Kept at ");
      browser.sees("Calendar");
      focus(browser, "document.querySelector('.practice-menu a[href=\"/my-work\"]')");
      browser.press("Tab", 9);
      assertThat(browser.run("document.activeElement.textContent").asText()).isEqualTo("Cases");

      focus(browser, tab("Case"));
      browser.press("Enter", 13).sees("Who is waited for").sees("Screen the referral (this task)");
      assertThat(browser.text()).contains("What happened", story.reference);
      browser.picture(Path.of("target/pictures/case-tab.png"));
      browser.run("location.hash = '#/?task=" + other + "&detailsTab=practice-review-case'");
      browser.sees("Case " + second.reference);
      assertThat(browser.run("document.querySelector('.practice-case-tab').innerText").asText())
          .doesNotContain(story.reference);
      browser.run("location.hash = '#/?task=" + task + "&detailsTab=practice-review-case'");
      browser.sees("Case " + story.reference);
      // Tasklist moves its columns below each other.
      browser.wide(640).await(WHOLLY_IN_SIGHT);
      browser.run("document.querySelector('.practice-case').scrollIntoView()");
      browser.picture(Path.of("target/pictures/case-tab-640.png"));
      focus(browser, "document.querySelector('.navbar-toggle')");
      browser.press("Enter", 13);
      browser.await("document.querySelector('.practice-menu a').offsetWidth > 0");
      browser.run("window.scrollTo(0, 0)");
      browser.picture(Path.of("target/pictures/menu-640.png"));
      browser.wide(1366);
      focus(browser, tab("Form"));
      browser.press("Enter", 13).holds(notes, "Typed before looking at the case");
    }
  }

  private static String tab(String name) {
    return "[...document.querySelectorAll('.nav-tabs a')].find((one) => one.textContent.trim() === '"
        + name
        + "')";
  }

  private static void focus(Browser browser, String one) {
    browser.await(one);
    browser.run(one + ".focus()");
  }

  private static String text(TasklistUser user, String page) {
    return Jsoup.parse(user.get(page).expect(200).text()).text();
  }
}
