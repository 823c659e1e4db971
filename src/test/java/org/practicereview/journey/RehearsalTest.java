package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Before a change of models is released")
class RehearsalTest extends StoryTest {

  private static final String STEP = "the task \"Confirm that it is not taken further\"";

  /** With what the page costs otherwise, 500 open cases stay far below a minute. */
  private static final int STATEMENTS_PER_CASE = 8;

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
  @DisplayName("it is said which cases would stay, go on without a task, or get another date")
  void said() {
    Story screening = referred("Rehearsalone");
    Story confirming = referred("Rehearsaltwo");
    confirming.does("manager", "screenReferral", WorkshopStoriesTest.REFUSED);
    String model = workshop.download("model", "consider-referral");
    String changed = WorkshopStoriesTest.withTask(model);
    int task = changed.indexOf("<bpmn:userTask id=\"userTask_confirmScreeningOut\"");
    String later =
        changed.substring(0, task)
            + changed
                .substring(task)
                .replaceFirst("'referral-decision'", "'referral-acknowledgement'");
    assertThat(later).isNotEqualTo(changed);
    Set<String> before = workshop.deployments();

    String proposal =
        workshop.proposes(workshop.proposer(), Map.of("consider-referral.bpmn", later));
    Document page = workshop.page(workshop.releaser(), proposal);

    assertThat(page.text()).contains("This was tried for every open case").contains("another date");
    assertThat(line(page, "another date at " + STEP))
        .contains(screening.reference)
        .doesNotContain(confirming.reference);
    assertThat(line(page, "without it (\"Read earlier referrals\")"))
        .contains(confirming.reference)
        .doesNotContain(screening.reference);

    workshop
        .proposer()
        .uploads(
            Workshop.PAGE,
            proposal + "/files",
            "files",
            "consider-referral.bpmn",
            later
                .replace("userTask_confirmScreeningOut", "userTask_confirmRefusal")
                .getBytes(StandardCharsets.UTF_8))
        .expect(302);
    page = workshop.page(workshop.releaser(), proposal);
    assertThat(line(page, "stay at " + STEP + ", which is gone"))
        .contains(confirming.reference)
        .doesNotContain(screening.reference);
    assertThat(page.text()).doesNotContain("another date at");

    assertThat(workshop.deployments()).as("nothing was deployed").isEqualTo(before);
    assertThat(screening.open()).contains("screenReferral");
    assertThat(confirming.open()).contains("confirmScreeningOut");
    String auditor = workshop.page(desk.user("st-auditor"), proposal).text();
    assertThat(auditor).contains("which is gone").doesNotContain(confirming.reference);
  }

  @Test
  @DisplayName("each open case costs a few statements to try")
  void costs() {
    Statements statements = new Statements(desk.the(JdbcTemplate.class));
    if (!statements.areCounted()) {
      return;
    }
    referred("Rehearsalthree");
    String model = workshop.download("model", "consider-referral");
    String proposal =
        workshop.proposes(
            workshop.proposer(),
            Map.of("consider-referral.bpmn", WorkshopStoriesTest.withTask(model)));
    int few = sent(statements, proposal);
    List.of("Rehearsalfour", "Rehearsalfive", "Rehearsalsix").forEach(this::referred);
    int more = sent(statements, proposal);
    assertThat((more - few) / 3.0).isBetween(1.0, (double) STATEMENTS_PER_CASE);
  }

  private int sent(Statements statements, String proposal) {
    return Statements.total(statements.leastOf(() -> workshop.page(workshop.releaser(), proposal)));
  }

  private static String line(Document page, String words) {
    return page.select("li").eachText().stream()
        .filter(one -> one.contains(words))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(words + " is not among " + page.select("li").eachText()));
  }

  private Story referred(String name) {
    return story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow())
        .referredBy("manager", Map.of("childName", name + " Madeup"));
  }
}
