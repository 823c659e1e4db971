package org.practicereview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("What asks and then waits, and what tells it")
class OneAtATimeTest {

  @Test
  @DisplayName("are never at the same case at the same time")
  void oneAtATime() throws Exception {
    JdbcConnectionPool database = database();
    JdbcClient jdbc = JdbcClient.create(database);
    AuditTrail audit = AuditTrails.on(jdbc, Clock.systemUTC());
    audit.record("ES-2026-0001", "es-head", "The case was opened.");
    audit.record("ES-2026-0002", "es-head", "The case was opened.");
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    List<String> done = new CopyOnWriteArrayList<>();
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch otherCase = new CountDownLatch(1);

    CompletableFuture<Void> waits =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      audit.oneAtATime("ES-2026-0001");
                      asking.countDown();
                      await(otherCase);
                      // The other one stands still, or has got past.
                      Awaitility.await().until(() -> !done.isEmpty() || someoneWaits(jdbc));
                      done.add("waiting began");
                    }));
    await(asking);
    CompletableFuture<Void> tells =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      audit.oneAtATime("ES-2026-0001");
                      done.add("told");
                    }));
    transaction.executeWithoutResult(status -> audit.oneAtATime("ES-2026-0002"));
    otherCase.countDown();
    waits.get(30, TimeUnit.SECONDS);
    tells.get(30, TimeUnit.SECONDS);
    assertThat(done).containsExactly("waiting began", "told");
    database.dispose();
  }

  @Test
  @DisplayName("find a chain whole that grows while they look")
  void growing() throws Exception {
    JdbcConnectionPool database = database();
    AuditTrail audit = AuditTrails.on(JdbcClient.create(database), Clock.systemUTC());
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    audit.record("ES-2026-0001", "es-head", "The case was opened.");
    CompletableFuture<Void> writes =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                transaction.executeWithoutResult(
                    status -> audit.record("ES-2026-0001", "system", "Something was done."));
              }
            });
    while (!writes.isDone()) {
      assertThat(audit.verify("ES-2026-0001")).isTrue();
    }
    writes.get(30, TimeUnit.SECONDS);
    assertThat(audit.verify("ES-2026-0001")).isTrue();
    database.dispose();
  }

  private static JdbcConnectionPool database() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    return database;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean someoneWaits(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
            .query(Integer.class)
            .single()
        > 0;
  }
}
