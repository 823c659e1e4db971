package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@DisplayName("Cockpit")
class CockpitTest extends StoryTest {

  private static final List<String> WATCHED =
      List.of(
          "/oversight/cockpit/standing",
          "/oversight/cockpit/steps/referral",
          "/oversight/picture",
          "/oversight/picture.svg");

  @Test
  @DisplayName("shows where cases stand to those who watch over them, and to no one else")
  void closed() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    List<String> ofTheCase =
        List.of("/brief", "/path", "/path.svg?model=practice-review").stream()
            .map(part -> "/case/" + story.reference + part)
            .toList();
    for (String watcher : List.of("manager", "oversight", "executive")) {
      WATCHED.forEach(door -> story.user(watcher).get(door).expect(200));
      ofTheCase.forEach(door -> story.user(watcher).get(door).expect(200));
    }
    for (String outsider : List.of("author-police", "reviewer", "communications")) {
      WATCHED.forEach(door -> story.user(outsider).get(door).expect(403));
      ofTheCase.forEach(door -> story.user(outsider).get(door).expect(404));
    }
    for (String elsewhere : List.of("es-oversight", "es-manager")) {
      ofTheCase.forEach(door -> desk.user(elsewhere).get(door).expect(404));
      assertThat(desk.user(elsewhere).get("/oversight/cockpit/standing").expect(200).text())
          .doesNotContain(story.reference);
    }
    story.user("manager").get("/oversight/picture?model=unknown").expect(404);
    story.user("manager").get("/oversight/picture?partnership=essex").expect(404);
    story.user("manager").get("/case/" + story.reference + "/path.svg?model=unknown").expect(404);
    WATCHED.forEach(door -> desk.visitor().get(door).expect(302));
  }

  @Test
  @DisplayName("counts the cases at a step of a picture, each partnership by itself")
  void steps() throws JsonProcessingException {
    int there = casesAt("sg-oversight", "consider-referral", "userTask_screenReferral");
    int elsewhere = casesAt("es-oversight", "consider-referral", "userTask_screenReferral");
    int stage = casesAt("sg-oversight", "practice-review", "callActivity_referral");
    story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());

    assertThat(casesAt("sg-oversight", "consider-referral", "userTask_screenReferral"))
        .isEqualTo(there + 1);
    assertThat(casesAt("sg-oversight", "practice-review", "callActivity_referral"))
        .isEqualTo(stage + 1);
    assertThat(casesAt("es-oversight", "consider-referral", "userTask_screenReferral"))
        .isEqualTo(elsewhere);
    assertThat(
            step("sg-oversight", "consider-referral", "userTask_screenReferral")
                .path("words")
                .asText())
        .contains("Screen the referral: ", " here, ", " late.");
    assertThat(desk.user("sg-oversight").get("/oversight/cockpit/steps/unknown").text())
        .isEqualTo("[]");
  }

  @Test
  @DisplayName("tells managers from administrators, and gives neither variables nor history")
  void rights() {
    assertThat(desk.user("sg-oversight").get("/oversight/cockpit/reader").expect(200).text())
        .contains("\"administrator\":false", "\"watching\":true");
    assertThat(desk.user("modeller").get("/oversight/cockpit/reader").expect(200).text())
        .contains("\"administrator\":true", "\"watching\":false");
    assertThat(
            desk.the(AuthorizationService.class)
                .createAuthorizationQuery()
                .groupIdIn("oversight")
                .resourceType(Resources.PROCESS_DEFINITION)
                .list())
        .hasSize(1)
        .noneMatch(
            right ->
                right.isPermissionGranted(ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE)
                    || right.isPermissionGranted(ProcessDefinitionPermissions.READ_HISTORY));
  }

  @Test
  @DisplayName("says to managers in plain words what it shows")
  void words() {
    assertThat(desk.visitor().get("/camunda/app/cockpit/locales/en-GB.json").expect(200).text())
        .contains("\"COCKPIT_PROCESSES\":\"Stages of the work\"", "\"APP_VENDOR\"");
    assertThat(desk.visitor().get("/camunda/app/cockpit/locales/en.json").expect(200).text())
        .contains("\"COCKPIT_PROCESSES\": \"Processes\"");
  }

  @Test
  @DisplayName("leads from a case to its path, with who decided what, as far as one may know it")
  void path() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    String path = "/case/" + story.reference + "/path";

    assertThat(story.user("manager").get("/case/" + story.reference).expect(200).text())
        .contains(path);
    assertThat(Jsoup.parse(story.user("manager").get(path).expect(200).text()).text())
        .contains("Path and decisions of " + story.reference, "the whole journey")
        .contains("Head of safeguarding");
    assertThat(Jsoup.parse(story.user("executive").get(path).expect(200).text()).text())
        .contains("You may not read what was written in forms.")
        .doesNotContain("Found", "Head of safeguarding");
    assertThat(story.user("manager").get(path + ".svg?model=practice-review").expect(200).text())
        .contains("The path of " + story.reference, "stroke-width=\"3.5\"")
        .doesNotContain(">done<");
    story.does("manager", "screenReferral");
    assertThat(story.user("manager").get(path + ".svg?model=consider-referral").expect(200).text())
        .contains(">done<");
    assertThat(story.user("manager").get(path + "?model=consider-referral").expect(200).text())
        .contains("Screen referral");
  }

  @Test
  @DisplayName("says on the picture of a model how long its steps took, in a partnership")
  void heatMap() {
    Story story = story(ESSEX, "2026-05-11").referredBy("head", with());
    story.on("2026-05-15").does("manager", "screenReferral");
    String asked = "?year=2026&model=consider-referral";

    Document page =
        Jsoup.parse(desk.user("es-oversight").get("/oversight/picture" + asked).expect(200).text());
    assertThat(page.select("td[data-label=Step]").eachText()).contains("Screen the referral");
    assertThat(page.select("option[selected]").text()).isEqualTo("Consider the referral");
    assertThat(desk.user("es-oversight").get("/oversight/picture.svg" + asked).expect(200).text())
        .containsPattern(">[0-9]+ days?</text>");
    assertThat(
            Jsoup.parse(
                    desk.user("es-oversight")
                        .get("/oversight/picture?year=2021&model=consider-referral")
                        .expect(200)
                        .text())
                .text())
        .contains("No step of this part was done in this year.");
  }

  @Test
  @DisplayName("answers managers in two clicks, without an error, an id or a dead button")
  @EnabledIf("org.practicereview.journey.Browser#isThere")
  void inBrowser() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("head", with());
    String service = "http://localhost:" + desk.port();
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service, "sg-oversight", "practice-review");
      browser.go(service + "/camunda/app/cockpit/default/#/dashboard");
      browser.sees("Where open cases stand").sees("Statutory dates late or near");
      browser.sees("Stages of the work");
      browser.picture(Path.of("target/pictures/cockpit-dashboard.png"));
      assertThat(browser.text())
          .doesNotContain("Deployments", "Running Process Instances", "Human Tasks", "Batches");

      browser.go(service + "/camunda/app/cockpit/default/#/tasks");
      browser.reload().sees("Overview");
      assertThat(browser.text()).doesNotContain("permission", "Could not fetch");

      browser.go(service + "/camunda/app/cockpit/default/#/process-instance/" + instance(story));
      browser.reload().sees("Case " + story.reference).sees("Who is waited for");
      browser.picture(Path.of("target/pictures/cockpit-instance.png"));
      assertThat(browser.text())
          .doesNotContain(instance(story), "Definition ID", "Tenant ID", "Variables", "Jobs");

      browser.go(service + "/camunda/app/cockpit/default/#/process-definition/" + referral());
      browser.reload().await("document.querySelector('.practice-count')");
      browser.picture(Path.of("target/pictures/cockpit-definition.png"));
      assertThat(browser.run("document.querySelector('.practice-count').title").asText())
          .contains("case");
      assertThat(browser.text()).doesNotContain("Deployment ID", "Job Definitions");

      browser.go(service + "/oversight").sees("Where time goes");
      browser.click("a[href^='/oversight/picture']").sees("Stage or part");
      browser.await("document.querySelector('.pr-picture img').naturalWidth > 0");

      story.on("2026-05-15").does("manager", "screenReferral");
      browser.go(service + "/oversight/picture?year=2026&model=consider-referral");
      browser.sees("Steps, those first that took longest");
      browser.await("document.querySelector('.pr-picture img').naturalWidth > 0");
      browser.picture(Path.of("target/pictures/heat-map.png"));
      browser.go(service + "/case/" + story.reference + "/path?model=consider-referral");
      browser.await("document.querySelector('.pr-picture img').naturalWidth > 0");
      browser.picture(Path.of("target/pictures/case-path.png"));
    }
  }

  private String instance(Story story) {
    return desk.instances(story.reference).stream()
        .filter(one -> one.getProcessDefinitionId().startsWith("consider-referral:"))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private String referral() {
    return desk.the(RepositoryService.class)
        .createProcessDefinitionQuery()
        .processDefinitionKey("consider-referral")
        .latestVersion()
        .singleResult()
        .getId();
  }

  private int casesAt(String user, String process, String step) throws JsonProcessingException {
    return step(user, process, step).path("cases").asInt(0);
  }

  private JsonNode step(String user, String process, String step) throws JsonProcessingException {
    JsonNode steps =
        new ObjectMapper()
            .readTree(
                desk.user(user).get("/oversight/cockpit/steps/" + process).expect(200).text());
    return StreamSupport.stream(steps.spliterator(), false)
        .filter(one -> one.path("id").asText().equals(step))
        .findFirst()
        .orElse(new ObjectMapper().createObjectNode());
  }
}
