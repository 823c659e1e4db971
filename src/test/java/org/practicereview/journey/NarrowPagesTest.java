package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Opens the pages of a working day in a browser. With {@code -Dpages.axe=} and the file {@code
 * axe.min.js} of axe-core, it also looks for what keeps people from using them.
 */
@DisplayName("The pages of a working day")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class NarrowPagesTest extends StoryTest {

  private static final List<Integer> WIDTHS = List.of(390, 640, 1366);

  /** What sticks out of the window to the right, and is in no part that scrolls by itself. */
  private static final String STICKING_OUT =
      """
      (() => {
        const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return [];
        return [...document.querySelectorAll('main *, header *, footer *')]
          .filter((one) => one.getBoundingClientRect().right > wide + 1)
          .map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40))
          .slice(0, 5).concat(['width ' + document.documentElement.scrollWidth]);
      })()""";

  /** What has another name for those who hear it than for those who read it. */
  private static final String NAMED_OTHERWISE =
      """
      [...document.querySelectorAll('a[aria-label], button[aria-label]')]
        .filter((one) => !one.getAttribute('aria-label').toLowerCase()
          .includes(one.textContent.trim().toLowerCase()))
        .map((one) => one.textContent.trim() + ' is named ' + one.getAttribute('aria-label'))""";

  @Test
  @DisplayName("fit into a narrow window, and are named alike for those who read and who listen")
  void narrow() throws IOException {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    Story later = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-03-02")));
    story.on("2026-06-10");
    String task = story.task("manager", "prepareReport").path("id").asText();
    story
        .user("head")
        .claim(story.task("head", "protectChildrenNow").path("id").asText())
        .expect(204);
    String page = "/case/" + story.reference;
    story
        .user("manager")
        .submitPage(page, page + "/case-notes", with("text", "Call again", "for", "colleagues"))
        .expect(302);
    List<String> found = new ArrayList<>();
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "sg-auditor", "practice-review");
      look(browser, "/models", found);
      look(browser, "/oversight", found);
    }
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "modeller", "practice-review");
      look(browser, "/models/draw?id=consider-referral", found);
      look(browser, "/models/table?id=clock-rules", found);
      look(browser, "/models/questions?id=give-view", found);
    }
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      for (String path :
          List.of(
              "/my-work",
              "/my-work?of=all",
              "/my-work/hand-over?task=" + task,
              "/cases",
              "/cases?group=stage",
              page,
              "/case/" + later.reference,
              "/calendar?month=2026-06",
              "/lists",
              "/lists?of=agencies",
              "/away",
              "/people",
              "/cases/running",
              "/oversight",
              "/oversight/picture?model=referral",
              "/case/" + later.reference + "/path")) {
        look(browser, path, found);
      }
      browser.go(service() + page).run("document.querySelector('#case-notes').scrollIntoView()");
      browser.picture(Path.of("target/pictures/case-notes.png"));
    }
    assertThat(found).isEmpty();
  }

  private void look(Browser browser, String path, List<String> found) throws IOException {
    browser.go(service() + path).await("document.querySelector('h1')");
    browser.run("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    JsonNode named = browser.run(NAMED_OTHERWISE);
    named.forEach(one -> found.add(path + ": " + one.asText()));
    for (int wide : WIDTHS) {
      browser.wide(wide).await("window.innerWidth === " + wide);
      JsonNode out = browser.run(STICKING_OUT);
      if (!out.isEmpty()) {
        found.add(path + " at " + wide + ": " + out);
      }
      browser.picture(
          Path.of("target/pictures/at-" + wide + path.replaceAll("[^a-z]+", "-") + ".png"));
    }
    String axe = System.getProperty("pages.axe", "");
    if (!axe.isEmpty()) {
      browser.run(Files.readString(Path.of(axe)) + "; true");
      for (int wide : WIDTHS) {
        browser.wide(wide).await("window.innerWidth === " + wide);
        JsonNode violations =
            browser.run(
                "axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations.map("
                    + "(one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3)))");
        violations.forEach(one -> found.add(path + " at " + wide + ": " + one.asText()));
      }
    }
  }

  private String service() {
    return "http://localhost:" + desk.port();
  }
}
