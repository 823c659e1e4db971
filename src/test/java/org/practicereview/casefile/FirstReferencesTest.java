package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.practicereview.audit.AuditTrails;
import org.practicereview.database.TestDatabases;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The first references of a year")
class FirstReferencesTest {

  private static final int NODES = 2;
  private static final int AT_ONCE = 5;

  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));

  DataSource empty() {
    return TestDatabases.h2();
  }

  @RepeatedTest(3)
  @DisplayName("are ten when two nodes give ten at once, to each of two partnerships")
  void tenAtOnce() throws Exception {
    DataSource database = empty();
    TestDatabases.migrate(database);
    ExecutorService people = Executors.newFixedThreadPool(2 * NODES * AT_ONCE);
    CyclicBarrier together = new CyclicBarrier(2 * NODES * AT_ONCE);
    try {
      List<CompletableFuture<String>> opened =
          IntStream.range(0, NODES)
              .mapToObj(node -> new Node(pooled(database)))
              .flatMap(
                  node ->
                      IntStream.range(0, 2 * AT_ONCE)
                          .mapToObj(i -> i % 2 == 0 ? "ES" : "SG")
                          .map(
                              partnership ->
                                  CompletableFuture.supplyAsync(
                                      () -> node.open(partnership, together), people)))
              .toList();
      assertThat(opened)
          .extracting(CompletableFuture::join)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, NODES * AT_ONCE)
                  .mapToObj("2026-%04d"::formatted)
                  .flatMap(number -> List.of("ES-" + number, "SG-" + number).stream())
                  .toList());
    } finally {
      people.shutdownNow();
    }
  }

  private static HikariDataSource pooled(DataSource database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(database);
    pool.setMaximumPoolSize(2 * AT_ONCE);
    return pool;
  }

  /** A service with its own connections. */
  private final class Node {

    private final CaseFiles cases;
    private final TransactionTemplate transaction;

    private Node(DataSource pool) {
      JdbcClient jdbc = JdbcClient.create(pool);
      cases = new JdbcCaseFiles(jdbc, new Two(), AuditTrails.on(jdbc, clock), clock);
      transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    private String open(String partnership, CyclicBarrier together) {
      return transaction.execute(
          status -> {
            try {
              together.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return cases.open(partnership, "es-head").reference();
          });
    }
  }

  private static final class Two implements Partnerships {

    @Override
    public Partnership get(String id) {
      return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public List<Partnership> all() {
      return List.of(partnership("ES"), partnership("SG"));
    }

    private static Partnership partnership(String id) {
      return new Partnership(
          id,
          "Invented " + id,
          id,
          id,
          "Working Together 2023",
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of());
    }
  }
}
