package org.practicereview.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time prepare a database: from before the first migration until the engine has
 * its tables, models, people and rights. A node that starts meanwhile waits, and then finds
 * everything done.
 *
 * <p>It is an advisory lock of PostgreSQL. It belongs to one connection, which is kept for the
 * whole span, so a node that dies gives it back. An embedded database has one process only and
 * needs no lock.
 */
@Component
class StartLock implements SmartInitializingSingleton, DisposableBean {

  /** The number by which all nodes know the lock; nothing else in the database may use it. */
  static final long KEY = 7_246_100_907_310_452_001L;

  private static final Logger log = LoggerFactory.getLogger(StartLock.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Duration longestWait;
  private Connection holder;

  @Autowired
  StartLock() {
    this(LONGEST_WAIT);
  }

  StartLock(Duration longestWait) {
    this.longestWait = longestWait;
  }

  /**
   * Waits until no other node prepares this database, and keeps others out from then on.
   *
   * @throws IllegalStateException if another node does not come to an end
   */
  synchronized void take(DataSource database) {
    try {
      Connection connection = database.getConnection();
      if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        connection.close();
        return;
      }
      holder = connection;
      long end = System.nanoTime() + longestWait.toNanos();
      boolean told = false;
      while (!ask("pg_try_advisory_lock")) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "Another node has been preparing this database for more than "
                  + longestWait.toMinutes()
                  + " minutes. Look at its log, end it if it hangs, and start this node again.");
        }
        if (!told) {
          log.info("Another node is preparing this database; this one waits for it");
          told = true;
        }
        Thread.sleep(LOOK_EVERY.toMillis());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lock of the database cannot be taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The service is shutting down", e);
    }
  }

  /** Everything is made: the engine is one of the singletons. */
  @Override
  public void afterSingletonsInstantiated() {
    giveBack();
  }

  /** Also where the start has failed. */
  @Override
  public void destroy() {
    giveBack();
  }

  private synchronized void giveBack() {
    if (holder == null) {
      return;
    }
    try {
      ask("pg_advisory_unlock");
    } catch (SQLException e) {
      log.warn("The lock of the database could not be given back; it ends with its connection", e);
    } finally {
      JdbcUtils.closeConnection(holder);
      holder = null;
    }
  }

  private boolean ask(String function) throws SQLException {
    try (Statement statement = holder.createStatement();
        ResultSet answer = statement.executeQuery("select " + function + "(" + KEY + ")")) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
