package org.practicereview.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A migration of many rows may take longer than what people wait for. Its connections have no
 * {@link TimeOuts}, and are closed after it.
 */
final class Unhurried extends DelegatingDataSource {

  private Unhurried(HikariDataSource pool) {
    super(pool);
  }

  /** Migrates with all the time it takes. */
  static void migrate(Flyway flyway) {
    DataSource database = flyway.getConfiguration().getDataSource();
    if (!(database instanceof HikariDataSource pool)
        || pool.getJdbcUrl() == null
        || !pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
      flyway.migrate();
      return;
    }
    try {
      Flyway.configure(flyway.getConfiguration().getClassLoader())
          .configuration(flyway.getConfiguration())
          .dataSource(new Unhurried(pool))
          .load()
          .migrate();
    } finally {
      HikariPoolMXBean connections = pool.getHikariPoolMXBean();
      if (connections != null) {
        connections.softEvictConnections();
      }
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    connection.setNetworkTimeout(Runnable::run, 0);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set lock_timeout = 0; set statement_timeout = 0;"
              + " set idle_in_transaction_session_timeout = 0");
    }
    return connection;
  }
}
