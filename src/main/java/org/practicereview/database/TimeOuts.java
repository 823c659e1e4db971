package org.practicereview.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How long the service waits for its database: for a connection, for a row that someone else is
 * changing, for one statement, and for a server that does not answer at all. Without these, one
 * transaction that hangs holds up everyone who comes after it.
 */
@Component
class TimeOuts implements BeanPostProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(TimeOuts.class);
  private static final String LATER =
      "This is the embedded database, for a look at the service. It writes to its file half a"
          + " second after it has said that something is done: when the process is killed or the"
          + " machine fails, the last half second may be lost. For real cases use PostgreSQL.";

  private final Environment settings;

  TimeOuts(Environment settings) {
    this.settings = settings;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
      limit(pool);
    }
    return bean;
  }

  private void limit(HikariDataSource pool) {
    long lock = setting("lock-time-out");
    long statement = setting("statement-time-out");
    pool.setConnectionTimeout(setting("connection-time-out"));
    if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
      add(pool, "connectTimeout", "10");
      // The server ends a statement itself; this is for one that is gone, in seconds.
      add(pool, "socketTimeout", String.valueOf(statement / 1000 + 30));
      add(pool, "tcpKeepAlive", "true");
      begin(
          pool,
          "set lock_timeout = %d; set statement_timeout = %d".formatted(lock, statement)
              + "; set idle_in_transaction_session_timeout = "
              + setting("idle-time-out"));
    } else if (pool.getJdbcUrl().startsWith("jdbc:h2:")) {
      begin(pool, "set lock_timeout %d; set query_timeout %d".formatted(lock, statement));
      if (!pool.getJdbcUrl().startsWith("jdbc:h2:mem:")) {
        LOG.warn(LATER);
      }
    }
  }

  /** What an installation does with each connection comes last, and so counts. */
  private static void begin(HikariDataSource pool, String limits) {
    String own = pool.getConnectionInitSql();
    pool.setConnectionInitSql(own == null ? limits : limits + "; " + own);
  }

  private static void add(HikariDataSource pool, String name, String value) {
    if (!pool.getDataSourceProperties().containsKey(name)
        && !pool.getJdbcUrl().contains(name + "=")) {
      pool.addDataSourceProperty(name, value);
    }
  }

  private long setting(String name) {
    return settings
        .getRequiredProperty("practice-review.database." + name, Duration.class)
        .toMillis();
  }
}
