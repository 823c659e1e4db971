package org.practicereview.engine;

import com.fasterxml.jackson.core.JacksonException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.practicereview.refusals.Busy;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells failures that pass by themselves (a lock, a network, a database that is away) from those
 * that someone has to mend (a letter, fact, bean or form that is missing).
 */
final class CuredByTime {

  private static final int DEEPEST = 30;

  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          OptimisticLockingException.class,
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          CannotCreateTransactionException.class,
          TransactionSystemException.class,
          TransactionTimedOutException.class,
          SQLTransientException.class,
          SQLRecoverableException.class,
          SQLNonTransientConnectionException.class,
          IOException.class,
          TimeoutException.class,
          InterruptedException.class,
          OutOfMemoryError.class);

  /** Input and output by their type, but about content or a name that stays wrong. */
  private static final List<Class<? extends Throwable>> STAYING =
      List.of(
          JacksonException.class,
          FileNotFoundException.class,
          NoSuchFileException.class,
          MalformedURLException.class,
          CharacterCodingException.class,
          ZipException.class);

  /** First two signs of an SQL state: connection, rollback, resources, object in use, operator. */
  private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "55", "57", "58");

  private CuredByTime() {}

  /** Whether a failure, or what caused it, passes by itself. */
  static boolean test(Throwable failure) {
    if (Busy.is(failure)) {
      return true;
    }
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
    if (STAYING.stream().anyMatch(type -> type.isInstance(cause))) {
      return false;
    }
    return PASSING.stream().anyMatch(type -> type.isInstance(cause))
        || cause instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().length() == 5
            && PASSING_STATES.contains(sql.getSQLState().substring(0, 2));
  }
}
