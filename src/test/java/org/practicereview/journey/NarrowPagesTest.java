package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Opens the pages of a working day in a browser, and looks with axe-core for what keeps people from
 * using them.
 */
@DisplayName("The pages of a working day")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class NarrowPagesTest extends StoryTest {

  private static final List<Integer> WIDTHS = List.of(390, 640, 1366);

  /** The widths at which axe-core looks: a telephone and a desk. */
  private static final List<Integer> LOOKED_AT = List.of(390, 1366);

  private static final String VIOLATIONS =
      """
      axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations.map(
        (one) => one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3)))""";

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

  /** What could be pressed, and is seen. */
  private static final String SEEN_TO_PRESS =
      """
      [...document.querySelectorAll('button, input, select, .govuk-button, .pr-no-print')]
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => one.outerHTML.slice(0, 60))""";

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
    String national = nationalReview();
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
              "/",
              "/refer/south-gloucestershire",
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
              "/learning",
              "/national-reviews/new",
              "/national-reviews",
              national,
              "/outbox",
              "/case/" + later.reference + "/path")) {
        look(browser, path, found);
      }
      browser.go(service() + page).run("document.querySelector('#case-notes').scrollIntoView()");
      browser.picture(Path.of("target/pictures/case-notes.png"));
    }
    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName("are printed without buttons")
  void printed() {
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "sg-auditor", "practice-review");
      browser.go(service() + "/oversight").sees("The year in short");
      browser.printing();
      assertThat(browser.run(SEEN_TO_PRESS).toString()).isEqualTo("[]");
      browser.picture(Path.of("target/pictures/oversight-printed.png"));
    }
  }

  /** A review that was entered, and answered in one partnership with an action. */
  private String nationalReview() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("partnership", SOUTH_GLOUCESTERSHIRE);
    entry.put("title", "Babies in families where there is violence");
    entry.put("publisher", "Child Safeguarding Practice Review Panel");
    entry.put("dateOfPublication", "2026-04-20");
    entry.put("foundAt", "https://panel.example/babies");
    for (int at = 0; at < 3; at++) {
      String row = "recommendations[" + at + "].";
      entry.put(row + "number", at + 1);
      entry.put(row + "words", "Share what is known of violence at home on the same day.");
      entry.put(row + "themes", List.of("sharing-information"));
      entry.put(row + "addressed", at == 2 ? "others" : "local");
    }
    desk.user("sg-manager")
        .submitPage("/national-reviews/new", "/national-reviews", entry)
        .expect(302);
    String page = desk.user("sg-manager").get("/national-reviews").expect(200).text();
    String path =
        Jsoup.parse(page)
            .select("a:contains(Babies in families where there is violence)")
            .attr("href");
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-06-10");
    story.reference = path.substring(path.lastIndexOf('/') + 1);
    desk.runJobs(story.reference);
    String said = "Share what is known of violence at home on the same day.";
    story.does(
        "subgroup",
        "considerRecommendations",
        with(
            "consideredFindings",
            List.of(considered("1. " + said, "act"), considered("2. " + said, "done"))));
    story.does(
        "manager",
        "agreeActionPlan",
        with(
            "actions",
            List.of(
                with(
                    "actionRecommendation", "N1",
                    "actionText", "Agree who calls whom.",
                    "actionAgency", "police",
                    "actionOwnerRole", "Head of public protection",
                    "actionStartOn", "today",
                    "actionDueOn", "today+60",
                    "actionOutcome", "The call is made on the same day.",
                    "actionImpactMeasure", "An audit of twenty records."))));
    return path;
  }

  private static Map<String, Object> considered(String text, String view) {
    return with("findingText", text, "findingView", view, "findingReasons", "An audit showed it.");
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
    browser.run(axe() + "; true");
    for (int wide : LOOKED_AT) {
      browser.wide(wide).await("window.innerWidth === " + wide);
      browser.run(VIOLATIONS).forEach(one -> found.add(path + " at " + wide + ": " + one.asText()));
    }
  }

  private static String axe() throws IOException {
    try (InputStream file =
        NarrowPagesTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String service() {
    return "http://localhost:" + desk.port();
  }
}
