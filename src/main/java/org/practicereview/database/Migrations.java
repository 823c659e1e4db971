package org.practicereview.database;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates our tables, one node at a time. Numbers up to {@link #LAST_BUILT_IN_PARALLEL} were given
 * to pieces of work that were built at the same time and did not land in their order, so a database
 * of those days can lack a lower one: these are caught up on. Since then the build refuses a number
 * that is not above all others, and a lower one that is missing is a fault, as Flyway has it.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

  static final MigrationVersion LAST_BUILT_IN_PARALLEL = MigrationVersion.fromVersion("12");

  private final StartLock lock;

  Migrations(StartLock lock) {
    this.lock = lock;
  }

  @Override
  public void migrate(Flyway flyway) {
    lock.take(flyway.getConfiguration().getDataSource());
    ChangedMigrations.catchUp(flyway.getConfiguration());
    Unhurried.migrate(catchingUp(flyway));
  }

  /**
   * The same Flyway, or one that applies lower numbers too, where only those of old are missing.
   */
  private static Flyway catchingUp(Flyway flyway) {
    List<MigrationInfo> missing =
        Arrays.stream(flyway.info().all())
            .filter(migration -> migration.getState() == MigrationState.IGNORED)
            .toList();
    boolean known =
        missing.stream().allMatch(one -> one.getVersion().compareTo(LAST_BUILT_IN_PARALLEL) < 0);
    return missing.isEmpty() || !known
        ? flyway
        : Flyway.configure(flyway.getConfiguration().getClassLoader())
            .configuration(flyway.getConfiguration())
            .outOfOrder(true)
            .load();
  }
}
