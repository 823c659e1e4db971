package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Story.with;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.letters.Letter;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.oversight.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A case that stands still")
class StandstillStoriesTest extends StoryTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String BROKEN = "broken-step-test";

  @Autowired ApplicationContext service;

  @Test
  @DisplayName("because of a mistake in a model is shown in red after seconds, and told")
  void brokenStep() {
    String deployment = deployBrokenModel();
    try {
      Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20").referredBy("manager", with());
      double before = gauge("practice.review.failed.jobs");
      Job job = startBrokenStep(story);
      assertThat(triesLeft(job)).isEqualTo(2);
      assertThat(retryOf(job)).isBefore(ClockUtil.getCurrentTime().toInstant().plusSeconds(8));
      tryAgain(job);
      tryAgain(job);
      assertThat(triesLeft(job)).as("an incident, after a quarter of a minute").isZero();
      assertThat(gauge("practice.review.failed.jobs")).isEqualTo(before + 1);
      assertThat(story.page("manager")).doesNotContain("stands still");

      Looks.forStandstills(service);
      Looks.forStandstills(service);

      assertThat(story.page("manager"))
          .contains(
              "This case stands still",
              "The service could not do the step “Write a letter”",
              "Reference of the failure: F-",
              "The system administrator was told on")
          .doesNotContain("letter\" is missing", "Exception");
      Element first =
          Jsoup.parse(story.user("manager").get("/cases?q=" + story.reference).expect(200).text())
              .select("tbody tr")
              .first();
      assertThat(first.text()).contains("Stands still", story.reference);
      assertThat(first.select(".govuk-tag--red")).isNotEmpty();
      assertThat(mailsToAdministrator(story)).hasSize(1);
      assertThat(body(mailsToAdministrator(story).get(0)))
          .contains("F-", "Write a letter (serviceTask_broken)", "Broken step for a test")
          .doesNotContain(story.reference, "Robin", "Sample");
      assertThat(story.letters("notices/case-stands-still"))
          .singleElement()
          .satisfies(letter -> assertThat(letter.recipientKind()).isEqualTo("business-manager"));
      assertThat(trail(story, "The case stands still")).hasSize(1);
      healthSays("STANDSTILL");

      ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-21T09:00:00Z")));
      Looks.forStandstills(service);
      assertThat(mailsToAdministrator(story)).as("once a day").hasSize(2);
      assertThat(story.letters("notices/case-stands-still")).hasSize(1);

      desk.the(RuntimeService.class).deleteProcessInstance(job.getProcessInstanceId(), "mended");
      Looks.forStandstills(service);
      assertThat(story.page("manager")).doesNotContain("This case stands still");
      assertThat(trail(story, "What stood still goes on")).hasSize(1);
    } finally {
      desk.the(RepositoryService.class).deleteDeployment(deployment, true);
    }
  }

  @Test
  @DisplayName("because nothing will move it on is found, and a case that waits for people is not")
  void withoutNextStep() {
    Story well = story(ESSEX, "2026-03-20").referredBy("manager", with());
    Story dead = story(ESSEX, "2026-03-20").referredBy("manager", with());
    desk.the(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(dead.reference)
        .rootProcessInstances()
        .list()
        .forEach(
            root -> desk.the(RuntimeService.class).deleteProcessInstance(root.getId(), "a slip"));
    double before = gauge("practice.review.cases.without.next.step");
    Looks.forStandstills(service);
    assertThat(gauge("practice.review.cases.without.next.step"))
        .as("a minute old")
        .isEqualTo(before);

    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(600)));
    Looks.forStandstills(service);

    assertThat(dead.page("manager"))
        .contains(
            "This case stands still",
            "No one has a task in this case, and the service waits for nothing.")
        .doesNotContain("Nothing is waiting for a person");
    assertThat(well.page("manager")).doesNotContain("stands still");
    assertThat(gauge("practice.review.cases.without.next.step")).isGreaterThan(before);
    assertThat(body(mailsToAdministrator(dead).get(0))).doesNotContain(dead.reference);
  }

  @Test
  @DisplayName("is looked for by one of two nodes")
  void oneNode() {
    desk.the(JdbcTemplate.class)
        .update(
            "insert into review.node_turn values ('test', timestamp with time zone"
                + " '2000-01-01 00:00:00+00')");
    assertThat(Looks.takesTurn(service, "test")).isTrue();
    assertThat(Looks.takesTurn(service, "test")).isFalse();
  }

  @Test
  @DisplayName("for days because the service is off says each thing once, and in one mail a person")
  void serviceOffForDays() {
    Instant started = Instant.ofEpochMilli(service.getStartupDate());
    LocalDate longAgo = LocalDate.ofInstant(started, LONDON).minusDays(20);
    List<Story> stories =
        Stream.of("one", "two", "three")
            .map(
                any ->
                    story(SOUTH_GLOUCESTERSHIRE, longAgo.toString())
                        .referredBy(
                            "manager",
                            with("incidentOn", longAgo.toString(), "awareOn", longAgo.toString())))
            .toList();

    ClockUtil.setCurrentTime(Date.from(started.plus(2, ChronoUnit.MINUTES)));
    stories.forEach(story -> desk.runTimers(story.reference));

    List<Letter> notices =
        stories.stream().flatMap(story -> story.letters("notices/clock-overdue").stream()).toList();
    assertThat(notices).hasSizeGreaterThanOrEqualTo(3);
    assertThat(stories.stream().flatMap(story -> story.letters("notices/clock-reminder").stream()))
        .as("nothing is near that has passed")
        .isEmpty();
    assertThat(trail(stories.get(0), "No reminder was sent about the clock")).isNotEmpty();

    ClockUtil.setCurrentTime(Date.from(started.plus(16, ChronoUnit.MINUTES)));
    desk.the(Outbox.class).sendDue();

    List<Map<String, Object>> mails =
        desk.the(JdbcTemplate.class)
            .queryForList(
                "select recipient, count(*) n, count(distinct summary_id) s from review.outbox"
                    + " where purpose = 'A deadline has passed' and case_reference in (?, ?, ?)"
                    + " and state = 'IN_SUMMARY' group by recipient",
                stories.stream().map(story -> story.reference).toArray());
    assertThat(mails)
        .isNotEmpty()
        .allSatisfy(
            person -> {
              assertThat(((Number) person.get("n")).intValue()).isGreaterThanOrEqualTo(3);
              assertThat(((Number) person.get("s")).intValue()).as("summaries").isEqualTo(1);
            });
  }

  private String deployBrokenModel() {
    return PastTheGate.deploy(
            desk.the(RepositoryService.class),
            desk.the(RepositoryService.class)
                .createDeployment()
                .addModelInstance(
                    "broken-step-test.bpmn",
                    Bpmn.createExecutableProcess(BROKEN)
                        .name("Broken step for a test")
                        .camundaHistoryTimeToLiveString("P3650D")
                        .startEvent()
                        .serviceTask("serviceTask_broken")
                        .name("Write a letter")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${writeLetter}")
                        .endEvent()
                        .done()))
        .getId();
  }

  /** Its first try fails. */
  private Job startBrokenStep(Story story) {
    String instance =
        desk.the(RuntimeService.class)
            .startProcessInstanceByKey(BROKEN, story.reference)
            .getProcessInstanceId();
    Job job =
        desk.the(ManagementService.class)
            .createJobQuery()
            .processInstanceId(instance)
            .singleResult();
    tryAgain(job);
    return job;
  }

  private void tryAgain(Job job) {
    assertThatThrownBy(() -> desk.the(ManagementService.class).executeJob(job.getId()))
        .isInstanceOf(RuntimeException.class);
  }

  private int triesLeft(Job job) {
    return now(job).getRetries();
  }

  private Instant retryOf(Job job) {
    return now(job).getDuedate().toInstant();
  }

  private Job now(Job job) {
    return desk.the(ManagementService.class).createJobQuery().jobId(job.getId()).singleResult();
  }

  private double gauge(String name) {
    return desk.the(MeterRegistry.class).get(name).gauge().value();
  }

  private void healthSays(String status) {
    assertThat(desk.visitor().get("/actuator/health").expect(200).text())
        .contains(status)
        .doesNotContain("casesWith");
    assertThat(desk.user("admin").get("/actuator/health").expect(200).text())
        .contains("casesWithFailedStep", "casesWithoutNextStep");
    assertThat(desk.visitor().get("/actuator/health/readiness").expect(200).text()).contains("UP");
  }

  private List<OutboxMail> mailsToAdministrator(Story story) {
    return desk.the(Outbox.class).of(story.reference).stream()
        .filter(mail -> mail.recipientRole().equals("System administrator"))
        .toList();
  }

  private String body(OutboxMail mail) {
    return desk.the(JdbcTemplate.class)
        .queryForObject(
            "select subject || body from review.outbox where id = ?", String.class, mail.id());
  }

  private List<String> trail(Story story, String beginning) {
    return desk.the(AuditTrail.class).of(story.reference).stream()
        .map(AuditEntry::sentence)
        .filter(sentence -> sentence.startsWith(beginning))
        .toList();
  }
}
