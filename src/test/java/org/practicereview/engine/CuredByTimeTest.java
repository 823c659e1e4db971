package org.practicereview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("A failure")
class CuredByTimeTest {

  static Stream<Throwable> passing() {
    return Stream.of(
        new OptimisticLockingException("two at once"),
        new CannotAcquireLockException("locked"),
        new DataAccessResourceFailureException("the database is away"),
        new CannotCreateTransactionException("no connection in the pool"),
        new SQLTransientConnectionException("timed out"),
        new SQLException("terminating connection", "57P01"),
        new SQLException("canceling statement due to lock timeout", "55P03"),
        new SQLException("canceling statement due to statement timeout", "57014"),
        new BatchUpdateException("Timeout trying to lock table", "HYT00", 50200, new int[0]),
        new ProcessEngineException("wrapped", new SQLException("deadlock", "40P01")),
        new UncheckedIOException(new ConnectException("refused")),
        new IllegalStateException("wrapped", new IOException("reset")));
  }

  static Stream<Throwable> staying() {
    return Stream.of(
        new NoSuchElementException("There is no letter template"),
        new IllegalStateException("The letter cannot be written: a fact is not known"),
        new ProcessEngineException("Unknown property used in expression"),
        new NullPointerException(),
        new DuplicateKeyException("twice"),
        new SQLIntegrityConstraintViolationException("twice", "23505"),
        new SQLException("no state"),
        new UncheckedIOException(new NoSuchFileException("letters/away.html")),
        new UncheckedIOException(new JsonParseException(null, "not JSON")));
  }

  @ParameterizedTest
  @DisplayName("of a lock, a network or a database passes by itself")
  @MethodSource("passing")
  void passes(Throwable failure) {
    assertThat(CuredByTime.test(failure)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("of a model, a letter or a fact stays until someone mends it")
  @MethodSource("staying")
  void stays(Throwable failure) {
    assertThat(CuredByTime.test(failure)).isFalse();
  }
}
