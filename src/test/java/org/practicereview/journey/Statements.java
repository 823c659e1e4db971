package org.practicereview.journey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Counts the statements that the database is sent while something is done, as H2 counts them by
 * itself: those of the engine and of ours, each entry of a batch. The ends of transactions do not
 * count, nor does what the dispatcher of mail asks every few seconds, nor the two or three with
 * which each request finds and keeps its session.
 */
final class Statements {

  private static final String SENT =
      "select sql_statement, execution_count from information_schema.query_statistics";

  private final JdbcTemplate database;

  Statements(JdbcTemplate database) {
    this.database = database;
  }

  /** Only H2 counts statements by itself. */
  boolean areCounted() {
    return "H2"
        .equals(
            database.execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()));
  }

  /** How often this sends each statement: of three times the one with the fewest. */
  Map<String, Integer> leastOf(Runnable done) {
    Map<String, Integer> least = of(done);
    for (int again = 0; again < 2; again++) {
      Map<String, Integer> sent = of(done);
      least = total(sent) < total(least) ? sent : least;
    }
    return least;
  }

  /** How often this sends each statement, done once. */
  Map<String, Integer> of(Runnable done) {
    database.execute("set query_statistics_max_entries 10000");
    database.execute("set query_statistics false");
    database.execute("set query_statistics true");
    try {
      done.run();
      Map<String, Integer> sent = new LinkedHashMap<>();
      database.query(
          SENT,
          (RowCallbackHandler)
              row -> sent.merge(row.getString(1).strip(), row.getInt(2), Integer::sum));
      sent.keySet().removeIf(Statements::isNotMeant);
      return sent;
    } finally {
      database.execute("set query_statistics false");
    }
  }

  static int total(Map<String, Integer> sent) {
    return sent.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them hold this text. */
  static int total(Map<String, Integer> sent, String text) {
    return sent.entrySet().stream()
        .filter(one -> one.getKey().contains(text))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static boolean isNotMeant(String sql) {
    return sql.equals("COMMIT")
        || sql.equals("ROLLBACK")
        || sql.startsWith("select id from review.outbox")
        || sql.contains("review.http_session")
        || sql.toLowerCase(Locale.ROOT).contains("query_statistics");
  }
}
