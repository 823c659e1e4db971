package org.practicereview.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.practicereview.deadlines.Clocks;
import org.practicereview.journey.PlayedCases;
import org.practicereview.journey.TasklistUser;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;
import org.practicereview.modelling.GateTime;
import org.practicereview.shipped.ServiceProcess;
import org.springframework.context.ApplicationContext;

/** What no one waits for on a page: reminders, letters, the export, the gate, a start. */
final class Others {

  private static final int MANY = 40;

  private final ApplicationContext service;
  private final PlayedCases played;
  private final PlainEngine plain;
  private final String reference;

  Others(ApplicationContext service, PlayedCases played, PlainEngine plain, String reference) {
    this.service = service;
    this.played = played;
    this.plain = plain;
    this.reference = reference;
  }

  void write(Report report, EmbeddedPostgres server, Path profiles) {
    report.heading("What", "ours", "plain engine", "ratio");
    Samples ours = new Samples();
    Samples theirs = new Samples();
    List<String> timers = plain.timers(MANY);
    List<Job> reminders =
        jobs().createJobQuery().timers().activityId("timer_returnReminder").listPage(0, MANY);
    for (int i = 0; i < Math.min(reminders.size(), timers.size()); i++) {
      Job reminder = reminders.get(i);
      ours.once(() -> remind(reminder));
      String timer = timers.get(i);
      theirs.once(() -> plain.engine.getManagementService().executeJob(timer));
    }
    report.row(
        "a due reminder, with its letter; ms, p50 (p95)",
        ours,
        theirs,
        "%.1f".formatted(ours.p50() / theirs.p50()));
    Samples letters = new Samples();
    for (int i = 0; i < MANY; i++) {
      LetterRequest request = request(i);
      letters.once(() -> service.getBean(Letters.class).write(request));
    }
    report.row("a letter of two pages, printed and queued; ms, p50 (p95)", letters, "", "");
    report.row("export of all cases of the large partnership", export(), "", "");
    Samples gate = new Samples();
    gate.once(GateTime::check);
    report.row("the gate, all models, tables and forms; ms", gate.p50(), "", "");
    report.row("start on this data, to ready; s", start(server, profiles), "", "");
  }

  /** A day is proclaimed that most rapid reviews count; then the open clocks follow. */
  static void holiday(
      Report report, ApplicationContext service, CountedStatements database, LocalDate day) {
    Clocks clocks = service.getBean(Clocks.class);
    LocalDate holiday = clocks.calendar().plus(day, 4);
    Samples request = new Samples();
    int[] moved = {0};
    request.once(() -> moved[0] = clocks.proclaim(holiday, "A royal day", "admin").size());
    int all = clocks.movedDates().orElseThrow().all();
    long sent = database.sent();
    Samples after = new Samples();
    after.once(clocks::moveDates);
    report.line("");
    report.line(
        "A bank holiday with %,d open deadlines, of which %,d move: entered in %s ms; all moved in"
                .formatted(all, moved[0], Samples.figure(request.p50()))
            + " %s s after that, with %s statements for each that moves."
                .formatted(
                    Samples.figure(after.p50() / 1000),
                    Samples.figure((double) (database.sent() - sent) / moved[0])));
  }

  private ManagementService jobs() {
    return service.getBean(ManagementService.class);
  }

  /** The timer, and what follows it by itself. */
  private void remind(Job timer) {
    jobs().executeJob(timer.getId());
    jobs()
        .createJobQuery()
        .processInstanceId(timer.getProcessInstanceId())
        .messages()
        .list()
        .forEach(next -> jobs().executeJob(next.getId()));
  }

  private LetterRequest request(int number) {
    return new LetterRequest(
        reference,
        "rapidreview/information-request",
        List.of("agency"),
        "police",
        false,
        List.of(),
        "",
        "benchmark" + number,
        "system");
  }

  private String export() {
    TasklistUser manager = played.user("st-manager");
    manager.download("/cases/export.xlsx");
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = used();
    long start = System.nanoTime();
    String csv = manager.get("/cases/export.csv").expect(200).text();
    double csvTook = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    manager.download("/cases/export.xlsx");
    double took = (System.nanoTime() - start) / 1e9;
    return "%,d rows: %.1f s as CSV, %.1f s as a workbook; heap grew by %d MB at most"
        .formatted(csv.lines().count() - 1, csvTook, took, (used() - before) >> 20);
  }

  private static long used() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Another node on the same database, as a process of its own. */
  private static double start(EmbeddedPostgres server, Path profiles) {
    long start = System.nanoTime();
    try (ServiceProcess node =
        ServiceProcess.begin(
            "benchmark",
            List.of(
                "-Xmx512m",
                "-cp",
                classPath(),
                "org.practicereview.PracticeReviewApplication",
                "--practice-review.installation.id=tests",
                "--practice-review.notes.key-file=" + Path.of("target/notes.key").toAbsolutePath(),
                "--practice-review.partnerships-folder=" + profiles.toAbsolutePath(),
                "--practice-review.demonstration-cases=false",
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.flyway.default-schema=review",
                "--spring.flyway.schemas=review",
                "--spring.flyway.placeholders.binary=bytea"),
            Map.of())) {
      node.port();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Without the tests, whose log says nothing of a start. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
