package org.practicereview.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two migrations were changed within the hour after they had landed. A database that was started in
 * between holds what they said first; here it gets what they say now, and Flyway is told so.
 *
 * @param version its number
 * @param before checksum of its first wording
 * @param now checksum of its wording since
 * @param changes what leads from the one to the other
 */
record ChangedMigrations(String version, int before, int now, List<String> changes) {

  private static final Logger log = LoggerFactory.getLogger(ChangedMigrations.class);

  private static final List<ChangedMigrations> ALL =
      List.of(
          new ChangedMigrations(
              "3",
              1246932810,
              -1713870711,
              List.of("alter table review.clock_change alter column reason set data type text")),
          new ChangedMigrations(
              "11",
              -1896662999,
              235342981,
              List.of(
                  "alter table review.matter rename column code to scope",
                  "alter table review.matter alter column scope set data type varchar(100)",
                  "alter table review.publication_hold"
                      + " alter column matter set data type varchar(100)")));

  /** Does so with those that this database holds in their first wording. */
  static void catchUp(Configuration settings) {
    try (Connection connection = settings.getDataSource().getConnection()) {
      if (!hasHistory(connection, settings)) {
        return;
      }
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        for (ChangedMigrations one : ALL) {
          one.catchUp(connection, settings);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be brought up to date", e);
    }
  }

  private void catchUp(Connection connection, Configuration settings) throws SQLException {
    String history =
        "update \"%s\".\"%s\" set \"checksum\" = ? where \"version\" = ? and \"checksum\" = ?"
            .formatted(settings.getDefaultSchema(), settings.getTable());
    try (PreparedStatement told = connection.prepareStatement(history)) {
      told.setInt(1, now);
      told.setString(2, version);
      told.setInt(3, before);
      if (told.executeUpdate() == 0) {
        return;
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
    log.info(
        "Migration {} was applied in its first wording; its tables are up to date now", version);
  }

  private static boolean hasHistory(Connection connection, Configuration settings)
      throws SQLException {
    try (ResultSet table =
        connection
            .getMetaData()
            .getTables(null, settings.getDefaultSchema(), settings.getTable(), null)) {
      return table.next();
    }
  }
}
