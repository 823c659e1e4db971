package org.practicereview.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
@DisplayName("While one node prepares a database, another")
class StartLockTest {

  private final DataSource database = TestDatabases.postgres();
  private final StartLock first = new StartLock();

  @Test
  @DisplayName("waits, and goes on as soon as the first has made everything")
  void waits() throws Exception {
    StartLock second = new StartLock();
    first.take(database);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> second.take(database));
    assertThatThrownBy(() -> waiting.get(1500, TimeUnit.MILLISECONDS)).isNotNull();

    first.afterSingletonsInstantiated();

    waiting.get(10, TimeUnit.SECONDS);
    second.afterSingletonsInstantiated();
  }

  @Test
  @DisplayName("goes on when the first has failed")
  void failed() {
    first.take(database);
    first.destroy();

    StartLock second = new StartLock(Duration.ZERO);
    second.take(database);
    second.destroy();
  }

  @Test
  @DisplayName("gives up with a sentence when the first finds no end")
  void givesUp() {
    first.take(database);

    StartLock second = new StartLock(Duration.ZERO);
    assertThatThrownBy(() -> second.take(database))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Another node has been preparing this database");
    second.destroy();
    first.destroy();
  }

  @Test
  @DisplayName("is not kept from another database, nor from an embedded one")
  void elsewhere() {
    first.take(database);

    StartLock elsewhere = new StartLock(Duration.ZERO);
    elsewhere.take(TestDatabases.postgres());
    elsewhere.destroy();
    StartLock embedded = new StartLock(Duration.ZERO);
    embedded.take(TestDatabases.h2());
    embedded.take(TestDatabases.h2());
    first.destroy();
  }
}
