package org.practicereview.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.journey.TasklistUser;

@Tag("shipped")
@DisplayName("As it is shipped, the service")
class ShippedServiceTest {

  static final String ADMINISTRATOR_PASSWORD = "harbour-violet-engine";

  private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

  /** Spares the compiler; says nothing about what the service does. */
  static final String QUICK = "-XX:TieredStopAtLevel=1 -Xmx512m";

  private static Databases databases;

  @BeforeAll
  static void startServer() {
    databases = new Databases();
  }

  @AfterAll
  static void stopServer() throws IOException {
    databases.close();
  }

  @Test
  @DisplayName("starts without any settings in an empty folder, as the demonstration")
  void demonstration() {
    Map<String, String> settings = Map.of("JAVA_TOOL_OPTIONS", QUICK);
    try (ServiceProcess service =
        ServiceProcess.begin("demonstration", Shipped.fromJar(), settings)) {
      int port = service.port();

      assertThat(TasklistUser.visitor(port).get("/").expect(200).text())
          .contains("practice-review");
      TasklistUser.signIn(port, "sg-manager").get("/cases").expect(200);
    }
  }

  @Test
  @DisplayName("starts in production on an empty database and takes a case to its notification")
  void production() {
    String database = databases.empty("production");
    try (ServiceProcess service =
        ServiceProcess.begin("production", Shipped.fromJar(), production(database, QUICK))) {
      int port = service.port();
      Staff staff = Staff.madeBy(administrator(port), port);

      String reference = staff.publicReferral();
      staff.goOnTo(reference, "submitNotification");

      staff.awaitProcess(reference, "rapid-review");
      assertThat(service.written()).doesNotContain("\"ERROR\"");
      assertThat(service.written().lines().filter(line -> !line.startsWith("Picked up")))
          .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }
    restoredElsewhere(databases.restored("restored", "production"));
  }

  /** With another data folder, and so without the id of the installation. */
  private static void restoredElsewhere(String database) {
    long waits = databases.count("restored", "select count(*) from review.outbox");
    assertThat(waits).isPositive();
    try (ServiceProcess service =
        ServiceProcess.begin("restored", Shipped.fromJar(), production(database, QUICK))) {
      TasklistUser administrator = administrator(service.port());
      assertThat(administrator.get("/installation").expect(200).text())
          .contains("mail is held until you say what it is", waits + " mails wait");
      assertThat(service.written()).contains("mail is held until an administrator says");
    }
  }

  @Test
  @DisplayName("starts in production on the data of the previous release, whose cases go on")
  void previousRelease() {
    String database = databases.ofRelease("previous", RELEASES.resolve("0.1.0-snapshot.sql.gz"));
    try (ServiceProcess service =
        ServiceProcess.begin("previous", Shipped.fromJar(), production(database, QUICK))) {
      int port = service.port();
      administrator(port);
      Staff staff = Staff.known(port);

      staff.goOnTo(MakeReleaseData.REFERRED, "submitNotification");
      staff.goOnTo(MakeReleaseData.NOTIFIED, "chooseAgencies");
      staff.goOnTo(staff.publicReferral(), "screenReferral");
      staff.awaitProcess(MakeReleaseData.REFERRED, "rapid-review");
    }
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName(
      "comes up twice when two nodes of the image start at once on an empty database, and people"
          + " who signed in on one go on on the other, also when the first is killed")
  void twoNodes(int round, @TempDir Path folder) {
    String name = "nodes" + round;
    Shipped.Image image = Shipped.Image.extractedTo(folder);
    Map<String, String> settings = production(databases.empty(name), image.options());
    try (ServiceProcess one =
            ServiceProcess.begin("node-1", image.folder(), image.command(), settings);
        ServiceProcess two =
            ServiceProcess.begin("node-2", image.folder(), image.command(), settings)) {
      for (int port : List.of(one.port(), two.port())) {
        assertThat(TasklistUser.visitor(port).get("/actuator/health").expect(200).text())
            .contains("UP");
        administrator(port);
      }
      goOn(one, two);
    }
    assertThat(databases.count(name, "select count(*) from act_re_deployment")).isOne();
  }

  /** Everyone signs in once, on the first node. */
  private static void goOn(ServiceProcess one, ServiceProcess two) {
    Staff first = Staff.madeBy(administrator(one.port()), one.port());
    Staff second = first.on(two.port());
    String reference = first.publicReferral();

    second.goOnTo(reference, "checkImmediateSafety");
    second.person("head").get("/case/" + reference).expect(200);
    // Not the screening: it may have been done in the same round as the check.
    first.goOnTo(reference, "decideOutcome");
    String last = first.publicReferral();
    one.close();
    second.goOnTo(last, "submitNotification");
    second.awaitProcess(last, "rapid-review");
  }

  /** Once in every build; {@code -Dshipped.rounds=10} shows that it was no luck. */
  static IntStream rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("shipped.rounds", 1));
  }

  static TasklistUser administrator(int port) {
    TasklistUser administrator = TasklistUser.visitor(port);
    administrator.trySignIn("admin", ADMINISTRATOR_PASSWORD, "admin").expect(200);
    return administrator;
  }

  static Map<String, String> production(String database, String options) {
    Map<String, String> settings = new HashMap<>();
    settings.put("JAVA_TOOL_OPTIONS", options);
    settings.put("SPRING_PROFILES_ACTIVE", "production");
    settings.put("PRACTICE_REVIEW_DATABASE_URL", database);
    settings.put("PRACTICE_REVIEW_DATABASE_USER", "postgres");
    settings.put("PRACTICE_REVIEW_DATABASE_PASSWORD", "postgres");
    settings.put("PRACTICE_REVIEW_ADMINISTRATOR_PASSWORD", ADMINISTRATOR_PASSWORD);
    settings.put("PRACTICE_REVIEW_ADDRESS", "https://reviews.example");
    settings.put("PRACTICE_REVIEW_VIRUS_SCANNER", "off");
    settings.put(
        "PRACTICE_REVIEW_PARTNERSHIPS_FOLDER",
        Path.of("src", "main", "resources", "partnerships").toAbsolutePath().toString());
    return settings;
  }
}
