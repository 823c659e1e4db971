package org.practicereview.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Empty databases of both kinds, and how our tables are migrated in them. */
public final class TestDatabases {

  private static EmbeddedPostgres server;

  private TestDatabases() {}

  public static DataSource h2() {
    String name = UUID.randomUUID().toString();
    return new DriverManagerDataSource(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
  }

  /** On one server, which ends with the tests. */
  public static synchronized DataSource postgres() {
    try {
      server = server == null ? EmbeddedPostgres.start() : server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute(server.getPostgresDatabase(), "create database " + name);
    return server.getDatabase("postgres", name);
  }

  /** Makes our tables. */
  public static void migrate(DataSource database) {
    flyway(database, "classpath:db/migration").migrate();
  }

  static Flyway flyway(DataSource database, String... locations) {
    return settings(database, locations).load();
  }

  static FluentConfiguration settings(DataSource database, String... locations) {
    boolean postgres = !(database instanceof DriverManagerDataSource);
    String schema = postgres ? "review" : "REVIEW";
    return Flyway.configure()
        .dataSource(database)
        .locations(locations)
        .defaultSchema(schema)
        .schemas(schema)
        .placeholders(Map.of("binary", postgres ? "bytea" : "blob"));
  }

  public static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
