package org.practicereview.refusals;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a service that is busy for the moment from one that is broken: the database did not get to
 * it in time, and undid what was begun.
 */
public final class Busy {

  private static final int DEEPEST = 30;

  /**
   * Deadlock and conflict, resources, locks, and a statement that took too long; H2's at the end.
   */
  private static final Set<String> STATES =
      Set.of(
          "40001", "40P01", "53000", "53100", "53200", "53300", "55P03", "57014", "57P03", "HYT00",
          "90131");

  private Busy() {}

  /**
   * What a person is told.
   *
   * @param number of the fault, under which the log has it
   */
  public static String words(String number) {
    return "The service is busy; nothing was changed. What you typed is still here. Try again in a"
        + " minute. If it happens again, tell support the number "
        + number
        + ".";
  }

  /**
   * Whether that is why something failed. A connection that breaks while something is written is
   * not meant: no one knows then whether it was written.
   */
  public static boolean is(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (passes(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean passes(Throwable cause) {
    return cause instanceof TransientDataAccessException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof CannotGetJdbcConnectionException
        || cause instanceof SQLTransientException
        || cause instanceof SQLException sql
            && sql.getSQLState() != null
            && STATES.contains(sql.getSQLState());
  }
}
