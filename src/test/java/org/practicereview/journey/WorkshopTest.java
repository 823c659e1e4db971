package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.modelling.DeploymentTrail;

@DisplayName("A change of models")
class WorkshopTest extends StoryTest {

  private static final String FORM = "give-view.form";
  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(desk);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  @DisplayName("begins with the list of what is in use, and of who changed it")
  void list() {
    story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow()).referredBy("manager", Map.of());
    Element model = row(workshop.page(workshop.proposer(), "/models"), "consider-referral");
    assertThat(model.text()).contains("Consider the referral", "Shipped", "with the service");
    assertThat(model.select("td[data-label=Open cases] span").first().text()).isNotEqualTo("0");
    for (String kind : List.of("table", "form", "letter")) {
      assertThat(workshop.page(workshop.proposer(), "/models?kind=" + kind).select("tbody tr"))
          .hasSizeGreaterThan(4);
    }
    workshop.proposer().get("/models?kind=case").expect(404);
    workshop.proposer().get("/models/file?kind=model&id=consider-referral&version=99").expect(404);
    workshop.proposer().get("/models/file?kind=letter&id=../secret&version=1").expect(404);

    String changed = changedForm("Why they think so");
    release(workshop.proposes(workshop.proposer(), Map.of(FORM, changed)));

    Element form = row(workshop.page(workshop.proposer(), "/models?kind=form"), "give-view");
    assertThat(form.text()).contains("Version 2", "Own", "second-modeller");
    assertThat(workshop.download("form", "give-view")).isEqualTo(changed);
    assertThat(
            workshop
                .proposer()
                .get("/models/file?kind=form&id=give-view&version=1")
                .expect(200)
                .text())
        .isNotEqualTo(changed);
  }

  private static Element row(Document page, String id) {
    return page.select("tbody tr").stream()
        .filter(row -> row.select(".govuk-hint").text().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not listed"));
  }

  @Test
  @DisplayName("is proposed and released by two model administrators, and by no one else")
  void who() {
    String proposal =
        workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("What they think")));
    for (String who : List.of("sg-manager", "sg-head", "sg-oversight", "sg-reviewer")) {
      for (String page : List.of("/models", Workshop.PAGE, proposal, proposal + "/file?file=x")) {
        desk.user(who).get(page).expect(403);
      }
    }
    desk.visitor().get(proposal).expect(302);
    for (String who : List.of("sg-manager", "sg-auditor", "admin")) {
      TasklistUser other = desk.user(who);
      String token = who.equals("sg-manager") ? "/cases" : Workshop.PAGE;
      for (String step : List.of("look", "withdraw", "undo", "again", "move")) {
        other.submitPage(token, proposal + "/" + step, Map.of()).expect(403);
      }
      other
          .submitPage(token, proposal + "/release", Map.of("revision", "1", "note", "I say so."))
          .expect(403);
      other.uploads(token, proposal + "/files", "files", FORM, new byte[] {1}).expect(403);
    }
    desk.user("sg-auditor").get(proposal).expect(200);

    Document own = workshop.releases(workshop.proposer(), proposal, "1", false);
    assertThat(own.text()).contains("another model administrator has to release it");
    assertThat(own.select("form[action$=/release]")).isEmpty();
    workshop.presses(workshop.releaser(), proposal + "/withdraw", Map.of());
    assertThat(workshop.page(workshop.releaser(), proposal).text()).contains("Release it");
    String silent =
        workshop.page(workshop.releaser(), proposal).select("input[name=revision]").attr("value");
    workshop.presses(
        workshop.releaser(), proposal + "/release", Map.of("revision", silent, "note", " "));
    assertThat(workshop.deployments()).isEqualTo(workshop.deployments());
    assertThat(workshop.releases(workshop.releaser(), proposal, false).text())
        .contains("It is in use");
    assertThat(trail())
        .anyMatch(
            line -> line.startsWith("modeller: Proposed \"A change\": forms/referral/give-view"))
        .anyMatch(
            line ->
                line.startsWith(
                    "second-modeller: Released \"A change\", proposed by modeller: It was"));
  }

  @Test
  @DisplayName("that breaks rules is shown with what to do, can be corrected, and is not released")
  void findings() {
    String model = workshop.download("model", "consider-referral");
    String shell = model.replace("camunda:candidateGroups=\"business-manager\"", "");
    String proposal = workshop.proposes(workshop.proposer(), Map.of(Workshop.CONSIDER, shell));
    Document page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.select("td[data-label=Element]").eachText())
        .contains("Screen the referral userTask_screenReferral");
    assertThat(page.text()).contains("Enter the roles who do it as candidate groups");
    assertThat(page.select("form[action$=/release]")).isEmpty();
    Set<String> before = workshop.deployments();

    assertThat(workshop.releases(workshop.releaser(), proposal, "1", true).text())
        .contains("This was not done", "Nothing was deployed", "Open");
    assertThat(workshop.deployments()).isEqualTo(before);
    assertThat(page.select("h2").eachText()).doesNotContain("Cases that move");

    correct(proposal, Workshop.CONSIDER, model.replace("Screen the referral", "Read the referral"));
    page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.text())
        .doesNotContain("What is wrong")
        .contains(
            "The task \"Screen the referral\" is now called \"Read the referral\".", "Release it");
    assertThat(workshop.releases(workshop.releaser(), proposal, "1", false).text())
        .contains("It was changed since you opened it");
    for (String side : List.of("", "&before=true")) {
      assertThat(
              workshop
                  .releaser()
                  .get(
                      proposal
                          + "/picture.svg?file=processes/referral/consider-referral.bpmn"
                          + side)
                  .expect(200)
                  .text())
          .contains("<svg", ">changed</text>");
    }
  }

  @Test
  @DisplayName("is refused where a file is none, with words and without a trace")
  void noFiles() {
    byte[] zip = {'P', 'K', 3, 4, (byte) 0xff, 0};
    refused("model.zip", zip, "A zip archive has to be unpacked first");
    refused("model.bpmn", zip, "is no text in UTF-8");
    refused("model.bpmn", new byte[0], "is empty");
    refused("model.bpmn", new byte[] {'a', 0, 'b'}, "is no text in UTF-8");
    refused("m\u00f6del.bpmn", "x".getBytes(StandardCharsets.UTF_8), "plain letters");
    byte[] large = "x".repeat(1_100_000).getBytes(StandardCharsets.UTF_8);
    refused("model.bpmn", large, "larger than 1 MB");
    Answer huge =
        workshop
            .proposer()
            .uploads(Workshop.PAGE, Workshop.PAGE, "files", "m.bpmn", new byte[13_000_000])
            .expect(302);
    assertThat(huge.header("location")).endsWith(Workshop.PAGE + "?tooLarge");
    assertThat(workshop.page(workshop.proposer(), Workshop.PAGE + "?tooLarge").text())
        .contains("The files are too large");

    String proposal =
        workshop.proposes(
            workshop.proposer(),
            Map.of("model.bpmn", "no XML at all", "a.form", "{", "b.dmn", "<a/>", "c.html", "<"));
    Document page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.text()).contains("not a BPMN model that can be read");
    assertThat(page.select("td[data-label=File]").eachText())
        .contains("model.bpmn", "a.form", "b.dmn", "c.html");
    assertThat(page.select("form[action$=/release]")).isEmpty();
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";
    String outside = workshop.proposes(workshop.proposer(), Map.of("e.bpmn", entity));
    assertThat(workshop.page(workshop.releaser(), outside).text())
        .contains("not a BPMN model that can be read");
    workshop.releaser().get(outside + "/picture.svg?file=e.bpmn").expect(404);
  }

  private void refused(String name, byte[] content, String words) {
    int proposals = proposals();
    Answer answer =
        workshop
            .proposer()
            .uploads(
                Workshop.PAGE,
                Workshop.PAGE,
                Map.of("title", "A change", "reason", "It is tried in a test."),
                "files",
                Map.of(name, content))
            .expect(302);
    assertThat(workshop.page(workshop.proposer(), Workshop.addressOf(answer)).text())
        .contains(words)
        .contains("Nothing was proposed");
    assertThat(proposals()).isEqualTo(proposals);
  }

  private int proposals() {
    return workshop.page(workshop.proposer(), Workshop.PAGE).select("tbody tr").size();
  }

  @Test
  @DisplayName("is looked at again where another one came into use meanwhile")
  void twoAtOnce() {
    String first = workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("First")));
    String second = workshop.proposes(workshop.releaser(), Map.of(FORM, changedForm("Second")));
    release(first);

    Document page = workshop.releases(workshop.proposer(), second, "1", false);
    assertThat(page.text()).contains("has changed since this was proposed");
    assertThat(page.select("form[action$=/release]")).isEmpty();
    assertThat(workshop.download("form", "give-view")).contains("First");

    workshop.presses(workshop.proposer(), second + "/look", Map.of());
    assertThat(workshop.page(workshop.proposer(), second).select("form[action$=/release]"))
        .as("only who proposed it says so")
        .isEmpty();
    workshop.presses(workshop.releaser(), second + "/look", Map.of());
    page = workshop.page(workshop.proposer(), second);
    assertThat(page.text()).contains("The question \"First\" now reads \"Second\".");
    assertThat(workshop.releases(workshop.proposer(), second, false).text())
        .contains("It is in use");
  }

  @Test
  @DisplayName("is not released at the moment at which another one changes the same")
  void sameMoment() {
    String first = workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("This")));
    String second = workshop.proposes(workshop.releaser(), Map.of(FORM, changedForm("That")));
    Set<String> before = workshop.deployments();
    Map<String, TasklistUser> browsers =
        Map.of(
            first, TasklistUser.signIn(desk.port(), "second-modeller"),
            second, TasklistUser.signIn(desk.port(), "modeller"));
    browsers.entrySet().parallelStream()
        .forEach(one -> workshop.releases(one.getValue(), one.getKey(), "1", false));
    assertThat(workshop.deployments()).hasSize(before.size() + 1);
  }

  @Test
  @DisplayName("of a form is undone alone for a day, and afterwards only by two")
  void undoneLater() {
    String proposal = workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("Settled")));
    release(proposal);
    Desk.itIs(Desk.today().plusDays(2));
    assertThat(workshop.page(workshop.proposer(), proposal).text())
        .contains("It was released more than a day ago", "Propose the earlier version");
    workshop.presses(workshop.proposer(), proposal + "/undo", Map.of());
    assertThat(workshop.download("form", "give-view")).contains("Settled");
  }

  @Test
  @DisplayName("is released once, however often the button is pressed, and is undone as a whole")
  void once() {
    String shipped = workshop.download("form", "give-view");
    String proposal =
        workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("Pressed twice")));
    Set<String> before = workshop.deployments();
    List<TasklistUser> browsers =
        Stream.of(1, 2)
            .map(browser -> TasklistUser.signIn(desk.port(), "second-modeller"))
            .toList();
    browsers.parallelStream().forEach(browser -> workshop.releases(browser, proposal, "1", false));
    assertThat(workshop.deployments()).hasSize(before.size() + 1);

    Document page = workshop.page(workshop.proposer(), proposal);
    assertThat(page.text()).contains("Undo the change");
    workshop.presses(workshop.proposer(), proposal + "/undo", Map.of());
    assertThat(workshop.download("form", "give-view")).isEqualTo(shipped);
    assertThat(row(workshop.page(workshop.proposer(), "/models?kind=form"), "give-view").text())
        .contains("Shipped");
    workshop.presses(workshop.proposer(), proposal + "/undo", Map.of());
    assertThat(workshop.deployments()).hasSize(before.size() + 2);
    assertThat(trail()).anyMatch(line -> line.startsWith("modeller: Undid \"A change\""));
  }

  @Test
  @DisplayName("of a length that the law sets is refused where it is longer; a local one is not")
  void lengths() {
    Desk.itIs(LocalDate.of(2026, 6, 1));
    String clocks = workshop.download("table", "clock-rules");
    String longer = length(clocks, "rapidReview", 15, 16);
    String proposal = workshop.proposes(workshop.proposer(), Map.of(Workshop.CLOCKS, longer));
    Document page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.select("h2").eachText()).contains("What is wrong");
    assertThat(page.select("td[data-label=Element]").text()).contains("rapid-review");
    assertThat(page.select("form[action$=/release]")).isEmpty();

    correct(proposal, Workshop.CLOCKS, length(clocks, "referralDecision", 3, 4));
    page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.text())
        .contains(
            "The time for \"Decision on the referral\" becomes 4 working days, was 3 working days.");
    assertThat(workshop.releases(workshop.releaser(), proposal, false).text())
        .contains("It is in use");
    Story after = story(STAFFORDSHIRE, "2026-06-01").referredBy("manager", Map.of());
    assertThat(after.clock("referral-decision").dueOn()).isEqualTo("2026-06-05");

    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
    assertThat(workshop.download("table", "clock-rules")).isEqualTo(clocks);
    Story again = story(STAFFORDSHIRE, "2026-06-01").referredBy("manager", Map.of());
    assertThat(again.clock("referral-decision").dueOn()).isEqualTo("2026-06-04");
  }

  private static String length(String clocks, String rule, int from, int to) {
    String row = "(?s)(outputEntry_" + rule + "_length\">\\s*<text>)" + from + "<";
    String changed = clocks.replaceFirst(row, "$1" + to + "<");
    assertThat(changed).isNotEqualTo(clocks);
    return changed;
  }

  @Test
  @DisplayName("is deployed past its release by no one, where the installation is run for real")
  void pastTheRelease() {
    Map<String, String> files = Map.of("forms/referral/" + FORM, changedForm("By hand"));
    String proposal = workshop.proposes(workshop.proposer(), Map.of(FORM, changedForm("By two")));
    System.setProperty("practice-review.models.released-only", "true");
    try {
      Answer alone = workshop.proposer().deploys(files);
      assertThat(alone.status()).isEqualTo(400);
      assertThat(alone.body().path("message").asText())
          .contains("no second administrator has released it", "Propose it in the service");
      release(proposal);
    } finally {
      System.clearProperty("practice-review.models.released-only");
    }
    assertThat(workshop.download("form", "give-view")).contains("By two");
    workshop.proposer().deploys(files).expect(200);
  }

  @Test
  @DisplayName("takes HTML forms and the models that use them along")
  void travelling() {
    String page = workshop.download("form", "record-panel-response");
    String changed = page.replaceFirst("(<label[^>]*>)", "$1Now: ");
    assertThat(changed).isNotEqualTo(page);
    String proposal =
        workshop.proposes(workshop.proposer(), Map.of("record-panel-response.html", changed));
    assertThat(workshop.page(workshop.releaser(), proposal).text())
        .contains("These are deployed again with it, unchanged")
        .contains("processes/rapidreview/panel-response.bpmn");
    Document released = workshop.releases(workshop.releaser(), proposal, false);
    assertThat(released.text()).contains("It is in use");
    String deployment =
        desk.the(RepositoryService.class)
            .createProcessDefinitionQuery()
            .processDefinitionKey("panel-response")
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    assertThat(desk.the(RepositoryService.class).getDeploymentResourceNames(deployment))
        .contains("forms/rapidreview/record-panel-response.html");
  }

  private void release(String proposal) {
    TasklistUser other =
        workshop.page(workshop.releaser(), proposal).select("form[action$=/release]").isEmpty()
            ? workshop.proposer()
            : workshop.releaser();
    assertThat(workshop.releases(other, proposal, false).text()).contains("It is in use");
  }

  private void correct(String proposal, String name, String text) {
    workshop
        .proposer()
        .uploads(
            Workshop.PAGE,
            proposal + "/files",
            "files",
            name,
            text.getBytes(StandardCharsets.UTF_8))
        .expect(302);
  }

  /** The form of the views, with another label of its first question. */
  private String changedForm(String label) {
    String form = workshop.download("form", "give-view");
    String changed =
        form.replaceFirst("(?s)(\"key\": \"viewReasons\",\\s*\"label\": \")[^\"]*", "$1" + label);
    assertThat(changed).isNotEqualTo(form);
    return changed;
  }

  private List<String> trail() {
    return desk.the(DeploymentTrail.class).all().stream()
        .sorted(Comparator.comparing(AuditEntry::number))
        .map(entry -> entry.actor() + ": " + entry.sentence())
        .toList();
  }
}
