package org.practicereview.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.practicereview.journey.PlayedCases;
import org.practicereview.journey.RunningService;
import org.practicereview.oversight.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the service with many cases, beside a plain engine, and writes what came of it into
 * {@code docs/performance.md}. {@code -Dbenchmark.cases=1000,10000} says how many cases, {@code
 * -Dbenchmark.partnerships=150} over how many partnerships.
 */
@Tag("benchmark")
@RunningService
@Import(BenchmarkTest.Counting.class)
@TestPropertySource(
    properties = {
      "practice-review.test-database=postgres",
      "practice-review.outbox.scheduled=false"
    })
@DisplayName("How fast the service is")
class BenchmarkTest {

  private static final Path PROFILES = Path.of("target", "benchmark-partnerships");
  private static final String LARGE = "staffordshire";
  private static final String SMALL = "essex";
  private static final int PARTNERSHIPS = Integer.getInteger("benchmark.partnerships", 150);
  private static final int ROUNDS = 3;

  /** The pool is counted as the service sees it. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Counting {

    @Bean
    static BeanPostProcessor counted() {
      return new CountedPool();
    }
  }

  private static final class CountedPool implements BeanPostProcessor, Ordered {

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof javax.sql.DataSource pool && name.equals("dataSource")
          ? new CountedStatements(pool)
          : bean;
    }
  }

  @DynamicPropertySource
  static void profiles(DynamicPropertyRegistry settings) throws IOException {
    FileSystemUtils.deleteRecursively(PROFILES);
    Files.createDirectories(PROFILES);
    String example =
        Files.readString(Path.of("src", "main", "resources", "partnerships", "staffordshire.yaml"));
    for (String id : invented()) {
      Files.writeString(
          PROFILES.resolve(id + ".yaml"),
          example
              .replace("id: staffordshire", "id: " + id)
              .replace("reference-prefix: ST", "reference-prefix: " + id.toUpperCase()));
    }
    settings.add("practice-review.partnerships-folder", PROFILES::toString);
  }

  /** With Essex and South Gloucestershire these are the small partnerships. */
  private static List<String> invented() {
    return IntStream.rangeClosed(1, PARTNERSHIPS - 3).mapToObj("p%03d"::formatted).toList();
  }

  @AfterAll
  static void giveTheClockBack() {
    ClockUtil.reset();
  }

  @Autowired private ApplicationContext service;
  @Autowired private JdbcTemplate database;
  @Autowired private EmbeddedPostgres server;

  // How long it takes depends on how many cases are asked for.
  @Test
  @Timeout(value = 6, unit = TimeUnit.HOURS)
  @DisplayName("is written into docs/performance.md")
  void measure() throws Exception {
    long began = System.nanoTime();
    long busy = Machine.ofAll();
    long before = Machine.ofProcess();
    LocalDate day = LocalDate.now(ZoneId.of("Europe/London"));
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.minusDays(1);
    }
    Machine machine = new Machine(database);
    Report report = new Report();
    PlayedCases played = new PlayedCases(service, day);
    List<String> sources = played.play();
    int jobs = played.work(Runnable::run);
    database.execute("create database plain");
    String url = server.getJdbcUrl("postgres", "plain");
    try (PlainEngine plain = new PlainEngine(url, PlayedCases.tasks(), jobs)) {
      List<String> plainSources = List.of("plain-1", "plain-2", "plain-3");
      for (int i = 0; i < plainSources.size(); i++) {
        plain.play(plainSources.get(i), 2 + i * 5);
      }
      Costs costs = new Costs(played, plain, machine, (CountedStatements) database.getDataSource());
      costs.measure(ROUNDS);
      costs.write(report);
      TreeMap<Integer, List<Measure>> waits = new TreeMap<>();
      List<Target> made = new ArrayList<>();
      List<String> times = new ArrayList<>();
      Set<String> differing = new TreeSet<>();
      for (int size : sizes()) {
        long start = System.nanoTime();
        List<Target> more = targets(made.size(), size, day);
        try (ClonedRows rows = new ClonedRows(server.getJdbcUrl("postgres", "postgres"));
            ClonedRows plainRows = new ClonedRows(url)) {
          rows.make(sources, more);
          plainRows.make(plainSources, more);
        }
        made.addAll(more);
        times.add("%,d cases made in %d s".formatted(size, seconds(start)));
        differing.addAll(Looks.forDifferingWork(service));
        Questions questions =
            new Questions(played.user("st-manager"), played.user("es-manager"), plain, LARGE);
        List<Measure> measures = questions.about(sources.get(2), made.get(1).reference());
        for (int round = 0; round < ROUNDS; round++) {
          measures.forEach(Measure::round);
        }
        if (waits.isEmpty()) {
          Others.holiday(report, service, (CountedStatements) database.getDataSource(), day);
        }
        waits.put(size, measures);
        System.out.println(times + " measured after " + seconds(began) + " s");
      }
      report.waits(waits);
      report.keep();
      new Others(service, played, plain, sources.get(2)).write(report, server, PROFILES);
      double all = (Machine.ofAll() - busy) / 1e9;
      double ours = (Machine.ofProcess() - before + machine.ofDatabase()) / 1e9;
      report.line("");
      report.line(
          ("%s, in %d s, %d partnerships; %s. %d processors, of which other processes used %.1f; load %s at the end;"
                  + " heap of %d MB.")
              .formatted(
                  LocalDate.now(),
                  seconds(began),
                  PARTNERSHIPS,
                  String.join(", ", times),
                  Runtime.getRuntime().availableProcessors(),
                  Math.max(0, all - ours) / Math.max(1, seconds(began)),
                  Machine.load(),
                  Runtime.getRuntime().maxMemory() >> 20));
      report.keep();
      assertThat(differing).as("what lists show otherwise than the engine").isEmpty();
    }
  }

  private static List<Integer> sizes() {
    return Arrays.stream(System.getProperty("benchmark.cases", "1000,10000").split(","))
        .map(size -> Integer.valueOf(size.strip()))
        .sorted()
        .toList();
  }

  /** Half of the cases in the large partnership, the other half in turn in each of the others. */
  private static List<Target> targets(int from, int size, LocalDate day) {
    // The second case is one of Essex, who look at it.
    List<String> others = new ArrayList<>(List.of(SMALL, "south-gloucestershire"));
    others.addAll(invented());
    return IntStream.range(from, size)
        .mapToObj(
            i ->
                new Target(
                    "ZZ-%d-%06d".formatted(day.getYear(), i),
                    i % 2 == 0 ? LARGE : others.get(i / 2 % others.size())))
        .toList();
  }

  private static long seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
