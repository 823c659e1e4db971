package org.practicereview.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.practicereview.shipped.ShippedServiceTest.QUICK;
import static org.practicereview.shipped.ShippedServiceTest.administrator;
import static org.practicereview.shipped.ShippedServiceTest.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.journey.Browser;

@Tag("shipped")
@DisplayName("What is typed in a browser")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class TypingThroughARestartTest {

  private static final String CAMUNDA = "[id$=-safetyActions]";
  private static final String EMBEDDED = "#caseOutline";
  private static final String PUBLIC = "#incidentOutline";
  private static final String BEFORE = "Before the restart: \u0141uczak said \"no\".";
  private static final String AT_ONCE = " In the second in which it stopped.";
  private static final String MEANWHILE = " While it was away.";
  private static final String SIGNED_OUT = " After the session had ended.";

  @Test
  @DisplayName("is all there when the service was killed meanwhile, and when the session has ended")
  void restarted(@TempDir Path folder) throws IOException {
    try (Databases databases = new Databases();
        Browser head = Browser.open("en-GB");
        Browser visitor = Browser.open("en-GB")) {
      int port = free();
      Map<String, String> settings = settings(databases.empty("typed"), port);
      String service = "http://localhost:" + port;
      String camunda;
      String embedded;
      try (ServiceProcess first =
          ServiceProcess.begin("typed-1", folder, Shipped.fromJar(), settings)) {
        Staff staff = Staff.madeBy(administrator(first.port()), port);
        String notified = staff.publicReferral();
        staff.goOnTo(notified, "approveDecisionLetter");
        embedded = task(staff, notified, "completeNotification");
        camunda = task(staff, staff.publicReferral(), "checkImmediateSafety");
        staff.person("head").claim(embedded).expect(204);
        staff.person("head").claim(camunda).expect(204);

        visitor.go(service + "/refer/" + Staff.PARTNERSHIP).type(PUBLIC, BEFORE).sees("Kept at ");
        head.signIn(service, "head", Staff.PASSWORD);
        open(head, embedded, EMBEDDED);
        head.run("document.querySelector('" + EMBEDDED + "').value = ''");
        head.type(EMBEDDED, BEFORE).sees("Kept at ");
        open(head, camunda, CAMUNDA);
        head.type(CAMUNDA, BEFORE).sees("Kept at ").type(CAMUNDA, AT_ONCE);
      }
      head.type(CAMUNDA, MEANWHILE).sees("Not kept.");
      head.picture(Path.of("target/pictures/service-away.png"));

      try (ServiceProcess second =
          ServiceProcess.begin("typed-2", folder, Shipped.fromJar(), settings)) {
        assertThat(second.port()).isEqualTo(port);
        head.type(CAMUNDA, " Back.").sees("Kept at ").reload();
        String typed = BEFORE + AT_ONCE + MEANWHILE + " Back.";
        reopened(head, camunda, CAMUNDA, typed);
        reopened(head, embedded, EMBEDDED, BEFORE);
        visitor.reload().sees("A form was begun in this browser");
        visitor.click("form[action$='draft/shown'] button").holds(PUBLIC, BEFORE);

        open(head, camunda, CAMUNDA);
        databases.endSessions("typed");
        head.type(CAMUNDA, SIGNED_OUT).sees("Not kept.");
        head.signIn(service, "head", Staff.PASSWORD);
        reopened(head, camunda, CAMUNDA, typed + SIGNED_OUT);
        try (Browser elsewhere = Browser.open("en-GB")) {
          elsewhere.signIn(service, "head", Staff.PASSWORD);
          reopened(elsewhere, camunda, CAMUNDA, typed + SIGNED_OUT);
          reopened(elsewhere, embedded, EMBEDDED, BEFORE);
        }
      }
    }
  }

  private static Map<String, String> settings(String database, int port) {
    Map<String, String> settings = new HashMap<>(production(database, QUICK));
    settings.put("SERVER_PORT", String.valueOf(port));
    settings.put("PRACTICE_REVIEW_ADDRESS", "http://localhost:" + port);
    return settings;
  }

  /** A port of its own, so that the page that is open finds the service again. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The id of a task of the head of safeguarding, as soon as it is there. */
  private static String task(Staff staff, String reference, String name) {
    return await(name + " of " + reference)
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                staff.person("head").tasks(reference).stream()
                    .filter(task -> task.path("taskDefinitionKey").asText().endsWith("_" + name))
                    .map((JsonNode task) -> task.path("id").asText())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void open(Browser browser, String task, String field) {
    browser.run("location.hash = '#/?task=" + task + "'");
    browser.await(
        "document.querySelector(\".practice-bar[data-draft*='"
            + task
            + "'][aria-busy=false]\") && document.querySelector(\""
            + field
            + "\")");
  }

  private static void reopened(Browser browser, String task, String field, String typed) {
    open(browser, task, field);
    browser.holds(field, typed);
  }
}
