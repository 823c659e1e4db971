package org.practicereview.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.journey.OpenForm;
import org.practicereview.journey.TasklistUser;

/**
 * The people of a partnership at their browsers, in a service that knows no invented people: its
 * administrator has made their accounts. What the service does by itself it does while they wait.
 */
final class Staff {

  static final String PARTNERSHIP = "south-gloucestershire";
  static final String PASSWORD = "lantern-meadow-river";

  private static final SampleAnswers SAMPLES = SampleAnswers.packaged();
  private static final Pattern REFERENCE = Pattern.compile("SG-\\d{4}-\\d{4,}");
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Map<String, String> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put("head", "head-of-safeguarding");
    ROLES.put("manager", "business-manager");
    ROLES.put("council", "safeguarding-partner-local-authority");
    ROLES.put("police", "safeguarding-partner-police");
    ROLES.put("health", "safeguarding-partner-health");
  }

  private final int port;
  private final Map<String, TasklistUser> people = new LinkedHashMap<>();

  private Staff(int port) {
    this.port = port;
    ROLES.keySet().forEach(id -> people.put(id, TasklistUser.signIn(port, id, PASSWORD)));
  }

  private Staff(int port, Map<String, TasklistUser> people) {
    this.port = port;
    people.forEach((id, person) -> this.people.put(id, person.on(port)));
  }

  /** The same people, signed in as they are, whose next calls go to another node. */
  Staff on(int otherPort) {
    return new Staff(otherPort, people);
  }

  /** Signs in those who have accounts already. */
  static Staff known(int port) {
    return new Staff(port);
  }

  /** The administrator makes the accounts, as in the administration application. */
  static Staff madeBy(TasklistUser administrator, int port) {
    ROLES.forEach(
        (id, role) -> {
          Map<String, String> profile =
              Map.of(
                  "id", id, "firstName", "Invented", "lastName", role, "email", id + "@x.example");
          administrator
              .post(
                  "engine:user/create",
                  Map.of("profile", profile, "credentials", Map.of("password", PASSWORD)))
              .expect(204);
          administrator
              .send("PUT", "engine:group/" + PARTNERSHIP + "." + role + "/members/" + id, "{}")
              .expect(204);
          administrator
              .send("PUT", "engine:tenant/" + PARTNERSHIP + "/user-members/" + id, "{}")
              .expect(204);
        });
    return new Staff(port);
  }

  TasklistUser person(String id) {
    return people.get(id);
  }

  /** Someone without an account refers an incident; gives the reference of the case. */
  String publicReferral() {
    Map<String, Object> answers = SampleAnswers.chosen(SAMPLES.of("refer-incident", today()));
    String answer = TasklistUser.visitor(port).refers(PARTNERSHIP, answers).expect(200).text();
    Matcher reference = REFERENCE.matcher(answer);
    if (!reference.find()) {
      throw new AssertionError("The page names no reference: " + answer);
    }
    return reference.group();
  }

  /** Everyone does what is theirs, until this task has been done. */
  void goOnTo(String reference, String last) {
    List<String> done = new ArrayList<>();
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> {
              people.values().forEach(person -> doesOne(person, reference, done));
              assertThat(done).as(reference).contains(last);
            });
  }

  private static void doesOne(TasklistUser person, String reference, List<String> done) {
    person.tasks(reference).stream()
        .filter(task -> claims(person, task))
        .findFirst()
        .ifPresent(task -> done.add(does(person, task)));
  }

  /** Whether a task is theirs; a business manager sees the tasks of others too. */
  private static boolean claims(TasklistUser person, JsonNode task) {
    return !task.hasNonNull("assignee") && person.claim(task.path("id").asText()).status() == 204;
  }

  private static String does(TasklistUser person, JsonNode task) {
    String id = task.path("id").asText();
    person.get("engine:task/" + id + "/deployed-form").expect(200);
    Map<String, Object> answers = OpenForm.asItOpens(person, task);
    answers.putAll(SAMPLES.of(OpenForm.nameOf(task), today()));
    person.submitForm(id, SampleAnswers.chosen(answers)).expect(204);
    return task.path("taskDefinitionKey").asText().replaceFirst("^userTask_", "");
  }

  /** Waits until a process of that kind runs for a case. */
  void awaitProcess(String reference, String process) {
    String running =
        "engine:process-instance/count?businessKey=%s&processDefinitionKey=%s"
            .formatted(reference, process);
    await(process + " of " + reference)
        .atMost(LONGEST)
        .until(() -> person("manager").get(running).expect(200).body().path("count").asInt() > 0);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }
}
