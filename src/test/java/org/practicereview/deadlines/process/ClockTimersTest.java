package org.practicereview.deadlines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.deadlines.BrokenClockRow;
import org.practicereview.deadlines.ClockChange;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.ClockRefused;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.deadlines.Unit;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.journey.PastTheGate;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** 20 November 2026 is a Friday. Noon, London time, unless a test says otherwise. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:clock-timers;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "practice-review.demonstration-cases=false"
    })
@DirtiesContext
@DisplayName("The engine's timers")
class ClockTimersTest {

  private static final String REVIEW = "rapid-review";
  private static final String BY = "sg-manager";

  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private CaseFiles cases;
  @Autowired private CaseAgencies agencies;
  @Autowired private Answers answers;
  @Autowired private Clocks clocks;
  @Autowired private Rules rules;
  @Autowired private Partnerships partnerships;
  @Autowired private EngineIdentity engineIdentity;
  @Autowired private JdbcClient jdbc;

  private String deployment;
  private String reference;

  @BeforeEach
  void aCase() {
    now("2026-11-20T12:00:00Z");
    deployment =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addModelInstance("clock-test.bpmn", ClockModels.review())
                    .addModelInstance("delay-test.bpmn", ClockModels.delay())
                    .addModelInstance("return-test.bpmn", ClockModels.agencyReturn()))
            .getId();
    reference = cases.open("south-gloucestershire", BY).reference();
    fact("", "notificationSentOn", "2026-11-20");
  }

  @AfterEach
  void tidyUp() {
    identity.clearAuthentication();
    clocks.cancelAll(reference, "End of test", BY);
    repository.deleteDeployment(deployment, true);
    ClockUtil.reset();
  }

  @Test
  @DisplayName("fire at nine in the morning, and a task is due at five, London time")
  void started() {
    start(ClockModels.REVIEW_PROCESS, Map.of());

    assertThat(timers())
        .isEqualTo(
            Map.of(
                "timer_reminder", Instant.parse("2026-12-08T09:00:00Z"),
                "timer_overdue", Instant.parse("2026-12-12T09:00:00Z")));
    assertThat(due()).isEqualTo("2026-12-11T17:00:00Z");
  }

  @Test
  @DisplayName("fire now, not in the past, when their moment has passed already")
  void startedLate() {
    now("2026-12-10T12:00:00Z");
    start(ClockModels.REVIEW_PROCESS, Map.of());
    assertThat(timers())
        .isEqualTo(
            Map.of(
                "timer_reminder", Instant.parse("2026-12-10T12:00:00Z"),
                "timer_overdue", Instant.parse("2026-12-12T09:00:00Z")));
  }

  @Test
  @DisplayName("and tasks stay when a delay is explained: the date of guidance stands")
  void explained() {
    start(ClockModels.REVIEW_PROCESS, Map.of());
    clocks.explainDelay(
        new ClockName(reference, REVIEW, ""), "Proceedings", LocalDate.of(2026, 12, 18), BY);
    assertThat(timers())
        .containsEntry("timer_reminder", Instant.parse("2026-12-08T09:00:00Z"))
        .containsEntry("timer_overdue", Instant.parse("2026-12-12T09:00:00Z"));
    assertThat(due()).isEqualTo("2026-12-11T17:00:00Z");
  }

  @Test
  @DisplayName("hear of a delay when its form is handed in, and of none once the work is done")
  void explainedByForm() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    now("2026-12-14T12:00:00Z");
    assertThat(clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow().state())
        .isEqualTo(ClockState.OVERDUE);
    start(ClockModels.DELAY_PROCESS, Map.of());
    fact("", "delayReasons", "Records were held by a court");
    fact("", "newDueOn", "2026-12-18");

    handIn("userTask_explain");

    Deadline explained = clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow();
    assertThat(explained.state()).isEqualTo(ClockState.OVERDUE_EXPLAINED);
    assertThat(explained.explainedUntil()).isEqualTo("2026-12-18");
    assertThat(clocks.changes(explained.id()))
        .last()
        .extracting(ClockChange::reason)
        .isEqualTo("Records were held by a court");

    start(ClockModels.DELAY_PROCESS, Map.of());
    clocks.stop(new ClockName(reference, REVIEW, ""), LocalDate.of(2026, 12, 14), BY);
    handIn("userTask_explain");
    assertThat(clocks.changes(explained.id())).hasSize(3);
  }

  @Test
  @DisplayName("wait for ever while the clock is paused, and come later when it runs on")
  void paused() {
    agencies.ask(reference, "police", LocalDate.of(2026, 11, 20), BY);
    fact("police", "agencyAskedOn", "2026-11-20");
    start(ClockModels.RETURN_PROCESS, Map.of("agency", "police"));
    Map<String, Instant> before = timers();
    identity.setAuthentication("nobody", List.of());

    clocks.pause(
        new ClockName(reference, "agency-return", "police"), "Police ask to wait", "nobody");
    assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("nobody");
    identity.clearAuthentication();
    assertThat(timers().values()).isNotEmpty().containsOnly(ClockDates.NEVER);
    now("2027-02-01T12:00:00Z");
    assertThat(management.createJobQuery().timers().executable().list())
        .noneMatch(job -> job.getDuedate().toInstant().equals(ClockDates.NEVER));

    now("2026-11-24T12:00:00Z");
    clocks.resume(new ClockName(reference, "agency-return", "police"), "Police agree", BY);
    assertThat(timers().get("timer_returnOverdue"))
        .isEqualTo(before.get("timer_returnOverdue").plus(Duration.ofDays(2)));
  }

  @Test
  @DisplayName("move when a bank holiday is proclaimed; those of other clocks stay")
  void proclaimed() {
    // A spring that no other test counts in: a proclaimed day is there to stay.
    now("2027-03-01T12:00:00Z");
    fact("", "notificationSentOn", "2027-03-01");
    start(ClockModels.REVIEW_PROCESS, Map.of());
    agencies.ask(reference, "police", LocalDate.of(2027, 3, 1), BY);
    fact("police", "agencyAskedOn", "2027-03-01");
    start(ClockModels.RETURN_PROCESS, Map.of("agency", "police"));
    assertThat(timers())
        .containsEntry("timer_overdue", Instant.parse("2027-03-23T09:00:00Z"))
        .containsEntry("timer_returnOverdue", Instant.parse("2027-03-11T09:00:00Z"));

    clocks.proclaim(LocalDate.of(2027, 3, 15), "Day of mourning", BY);
    clocks.moveDates();

    assertThat(timers())
        .containsEntry("timer_overdue", Instant.parse("2027-03-24T09:00:00Z"))
        .containsEntry("timer_returnOverdue", Instant.parse("2027-03-11T09:00:00Z"));
    assertThat(due()).isEqualTo("2027-03-23T17:00:00Z");
  }

  @Test
  @DisplayName("of one agency move without those of the others")
  void agency() {
    for (String agency : List.of("police", "health")) {
      agencies.ask(reference, agency, LocalDate.of(2026, 11, 20), BY);
      fact(agency, "agencyAskedOn", "2026-11-20");
      start(ClockModels.RETURN_PROCESS, Map.of("agency", agency));
    }

    clocks.extend(
        new ClockName(reference, "agency-return", "health"),
        "Records abroad",
        LocalDate.of(2026, 12, 4),
        BY);

    assertThat(
            management.createJobQuery().timers().list().stream()
                .filter(job -> element(job).equals("timer_returnOverdue"))
                .collect(
                    Collectors.toMap(
                        job -> runtime.getVariable(job.getExecutionId(), "agency"),
                        job -> job.getDuedate().toInstant())))
        .isEqualTo(
            Map.of(
                "police", Instant.parse("2026-12-02T09:00:00Z"),
                "health", Instant.parse("2026-12-05T09:00:00Z")));
  }

  @Test
  @DisplayName("are gone once the work is done, and the clock is met on the day it was done")
  void met() {
    ProcessInstance instance = start(ClockModels.REVIEW_PROCESS, Map.of());
    fact("", "rapidReviewSentOn", "2026-12-09");
    now("2026-12-14T12:00:00Z");
    handIn("userTask_review");
    run(instance);

    Deadline met = clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow();
    assertThat(met.state()).isEqualTo(ClockState.MET);
    assertThat(met.endedOn()).isEqualTo("2026-12-09");
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count())
        .isZero();
  }

  @Test
  @DisplayName("of a clock that someone cancelled never fire, and the work can go on to its end")
  void cancelled() {
    ProcessInstance instance = start(ClockModels.REVIEW_PROCESS, Map.of());
    clocks.cancel(new ClockName(reference, REVIEW, ""), "Withdrawn", BY);
    assertThat(timers().values()).hasSize(2).containsOnly(ClockDates.NEVER);

    handIn("userTask_review");
    run(instance);

    assertThat(clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow().state())
        .isEqualTo(ClockState.CANCELLED);
  }

  @Test
  @DisplayName("are cancelled with their clocks by the model")
  void cancelledByTheModel() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    clocks.start(new ClockName(reference, "referral-decision", ""), BY);
    String other =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addModelInstance("cancel-test.bpmn", ClockModels.cancel(REVIEW)))
            .getId();

    start(ClockModels.CANCEL_PROCESS, Map.of());

    assertThat(clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow().state())
        .isEqualTo(ClockState.CANCELLED);
    assertThat(clocks.find(new ClockName(reference, "referral-decision", "")).orElseThrow().state())
        .isEqualTo(ClockState.RUNNING);
    repository.deleteDeployment(other, true);
  }

  @Test
  @DisplayName("cannot wait for a clock that was never started")
  void neverStarted() {
    String other =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addModelInstance("late-test.bpmn", ClockModels.withoutStart()))
            .getId();
    assertThatThrownBy(
            () -> runtime.startProcessInstanceByKey(ClockModels.UNSTARTED_PROCESS, reference))
        .rootCause()
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("was never started");
    repository.deleteDeployment(other, true);
  }

  @Test
  @DisplayName("take their lengths from the table as it is deployed, and that is the shipped one")
  void table() {
    assertThat(rules.all()).isEqualTo(new PackagedRules().all());
    for (var partnership : partnerships.all()) {
      for (Rule rule : rules.all()) {
        // No source gives its length; whoever does not take the step has none.
        if (!rule.id().equals("impact-contact") || partnership.option("impactContact")) {
          assertThat(clocks.rule(partnership.id(), rule.id())).as(partnership.id()).isNotNull();
        }
      }
    }
    assertThat(clocks.rule("south-gloucestershire", "agency-return").length()).isEqualTo(7);
  }

  @Test
  @DisplayName("follow a new version of the table for clocks started from then on")
  void newTable() {
    String other =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addString("clocks.dmn", ClockModels.tableWithRapidReviewOf(10)))
            .getId();
    assertThat(clocks.start(new ClockName(reference, REVIEW, ""), BY).dueOn())
        .isEqualTo("2026-12-04");
    repository.deleteDeployment(other, true);
    assertThat(rules.find(REVIEW).orElseThrow().length()).isEqualTo(15);
  }

  @Test
  @DisplayName(
      "break alone in a row that cannot be used; what was good goes on, and someone is told")
  void brokenRow() {
    String table =
        ClockModels.tableWithRapidReviewOf(10)
            .replaceFirst("(outputEntry_rapidReview_unit\">\\s*<text>)[^<]*", "$1\"WORKDAYS\"")
            .replaceFirst("(outputEntry_agencyReturn_length\">\\s*<text>)[^<]*", "$1=(")
            .replace("<text>3</text>", "<text>2</text>");
    assertThat(rules.find(REVIEW).orElseThrow().length()).isEqualTo(15);
    String other =
        PastTheGate.deploy(repository, repository.createDeployment().addString("clocks.dmn", table))
            .getId();
    try {
      assertThat(rules.find(REVIEW).orElseThrow().unit()).isEqualTo(Unit.WORKING_DAYS);
      assertThat(rules.find(REVIEW).orElseThrow().length()).isEqualTo(15);
      assertThat(rules.find("agency-return").orElseThrow().length()).isEqualTo(5);
      assertThat(rules.find("referral-decision").orElseThrow().length()).isEqualTo(2);
      assertThat(clocks.start(new ClockName(reference, "referral-decision", ""), BY)).isNotNull();

      List<BrokenClockRow> told = new ArrayList<>();
      DmnRules restarted =
          new DmnRules(repository, event -> told.add((BrokenClockRow) event), engineIdentity);
      assertThat(restarted.find(REVIEW).orElseThrow().length()).isEqualTo(15);
      assertThat(told.get(0).clocks()).containsExactlyInAnyOrder(REVIEW, "agency-return");
      assertThat(told.get(0).without()).isEmpty();
      assertThat(
              jdbc.sql("select count(*) from review.outbox where purpose like '%table of clocks%'")
                  .query(Integer.class)
                  .single())
          .isPositive();
    } finally {
      repository.deleteDeployment(other, true);
    }
  }

  private static void now(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  private void fact(String scope, String key, String value) {
    answers.store(
        new FormAnswers(
            reference, "facts", "1", "facts", scope, Map.of(key, value), BY, Instant.now()));
  }

  private ProcessInstance start(String process, Map<String, Object> variables) {
    ProcessInstance instance = runtime.startProcessInstanceByKey(process, reference, variables);
    run(instance);
    return instance;
  }

  private void handIn(String task) {
    tasks.complete(tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId());
  }

  private void run(ProcessInstance instance) {
    management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream()
        .map(Job::getId)
        .forEach(management::executeJob);
  }

  private Map<String, Instant> timers() {
    return management.createJobQuery().timers().list().stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .collect(Collectors.toMap(this::element, job -> job.getDuedate().toInstant()));
  }

  private String element(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private Instant due() {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey("userTask_review")
        .singleResult()
        .getDueDate()
        .toInstant();
  }
}
