package org.practicereview.journey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.practicereview.journey.TasklistUser.Answer;

/** The pages on which two model administrators change models, as tests use them. */
final class Workshop {

  static final String PAGE = "/models/proposals";
  static final String CONSIDER = "consider-referral.bpmn";
  static final String CLOCKS = "statutory-and-local-clocks.dmn";

  private final Desk desk;
  private final Set<String> before;

  Workshop(Desk desk) {
    this.desk = desk;
    this.before = deployments();
  }

  TasklistUser proposer() {
    return desk.user("modeller");
  }

  TasklistUser releaser() {
    return desk.user("second-modeller");
  }

  /** A file in use, as an administrator downloads it. */
  String download(String kind, String id) {
    String versions = "/models/versions?kind=" + kind + "&id=" + id;
    String link =
        Jsoup.parse(proposer().get(versions).expect(200).text())
            .selectFirst("a[href*=/models/file]")
            .attr("href");
    return proposer().get(link).expect(200).text();
  }

  /** Proposes files; gives the address of the proposal. */
  String proposes(TasklistUser who, Map<String, String> files) {
    return addressOf(tries(who, files).expect(302));
  }

  Answer tries(TasklistUser who, Map<String, String> files) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return who.uploads(
        PAGE,
        PAGE,
        Map.of("title", "A change", "reason", "It is tried in a test."),
        "files",
        bytes);
  }

  static String addressOf(Answer sent) {
    return sent.header("location").replaceFirst("^https?://[^/]+", "").replaceFirst(";.*", "");
  }

  Document page(TasklistUser who, String address) {
    return Jsoup.parse(who.get(address).expect(200).text());
  }

  /** Releases what stands on the page now. */
  Document releases(TasklistUser who, String proposal, boolean move) {
    String revision = page(who, proposal).select("input[name=revision]").attr("value");
    return releases(who, proposal, revision, move);
  }

  Document releases(TasklistUser who, String proposal, String revision, boolean move) {
    presses(
        who,
        proposal + "/release",
        Map.of(
            "revision",
            revision.isEmpty() ? "1" : revision,
            "note",
            "It was agreed, and I have compared it.",
            "move",
            String.valueOf(move)));
    return page(who, proposal);
  }

  Answer presses(TasklistUser who, String path, Map<String, String> fields) {
    return who.submitPage(PAGE, path, fields).expect(302);
  }

  /** Forms in use are those that were deployed last, so stories with them are of tomorrow. */
  static String tomorrow() {
    return LocalDate.now(ZoneId.of("Europe/London")).plusDays(1).toString();
  }

  /**
   * What was deployed since goes, so that later tests meet the models that came with the service;
   * unless cases of other tests have moved to it. Then a test goes back to them by itself.
   */
  void close() {
    Set<String> since = deployments();
    since.removeAll(before);
    boolean used =
        since.stream()
            .anyMatch(
                deployment ->
                    desk.the(RuntimeService.class)
                            .createProcessInstanceQuery()
                            .deploymentId(deployment)
                            .count()
                        > 0);
    if (!used) {
      since.forEach(one -> desk.the(RepositoryService.class).deleteDeployment(one, true));
    }
  }

  Set<String> deployments() {
    return new HashSet<>(
        desk.the(RepositoryService.class).createDeploymentQuery().list().stream()
            .map(Deployment::getId)
            .collect(Collectors.toSet()));
  }
}
