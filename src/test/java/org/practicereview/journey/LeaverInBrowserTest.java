package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.underReview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;

@DisplayName("A person leaves with four tasks")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class LeaverInBrowserTest extends StoryTest {

  private static final String LEAVER = "sg-leaver";
  private static final int FEW = 5;

  private int clicks;

  @AfterEach
  void noOneIsLeft() {
    desk.the(IdentityService.class).deleteUser(LEAVER);
  }

  @Test
  @DisplayName("and after five clicks at most a colleague has them all, and does them")
  void five() {
    List<Story> stories = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
      stories.add(story);
      tasks.add(story.task("head", "protectChildrenNow").path("id").asText());
    }
    leaver();
    TasklistUser leaver = TasklistUser.signIn(desk.port(), LEAVER, "practice-review");
    tasks.forEach(task -> leaver.claim(task).expect(204));

    try (Browser browser = Browser.open("en-GB")) {
      String service = "http://localhost:" + desk.port();
      browser.signIn(service, "sg-manager", "practice-review").go(service + "/my-work");
      String row = "form:has(input[name=from][value=" + LEAVER + "])";
      click(browser, "a[href$='/people']").await("document.querySelector('" + row + "')");
      // Opening the list and choosing from it.
      clicks += 2;
      browser.run("document.querySelector('" + row + " select[name=to]').value = 'sg-head'");
      browser.picture(Path.of("target/pictures/leaver.png"));
      click(browser, row + " button")
          .sees("4 tasks and roles of Sam Leaver went over to Head of safeguarding SGCP");
      browser.picture(Path.of("target/pictures/leaver-done.png"));
    }

    assertThat(clicks).isLessThanOrEqualTo(FEW);
    assertThat(desk.the(WorkItems.class).named(tasks))
        .hasSize(4)
        .extracting(WorkItem::assignee)
        .containsOnly("sg-head");
    for (Story story : stories) {
      story.does("head", "protectChildrenNow");
      story.trailTells("went from Sam Leaver");
      assertThat(story.open()).doesNotContain("protectChildrenNow");
    }
  }

  private Browser click(Browser browser, String selector) {
    clicks++;
    return browser.click(selector);
  }

  private void leaver() {
    IdentityService accounts = desk.the(IdentityService.class);
    User user = accounts.newUser(LEAVER);
    user.setFirstName("Sam");
    user.setLastName("Leaver");
    user.setPassword("practice-review");
    accounts.saveUser(user);
    accounts
        .createGroupQuery()
        .groupMember("sg-head")
        .list()
        .forEach(group -> accounts.createMembership(LEAVER, group.getId()));
    accounts.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, LEAVER);
  }
}
