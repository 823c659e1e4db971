package org.practicereview.shipped;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One PostgreSQL server, with a database for each installation. */
final class Databases implements AutoCloseable {

  private final EmbeddedPostgres server;

  Databases() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    }
  }

  /** Makes an empty database, and gives its address. */
  String empty(String name) {
    execute("postgres", "create database " + name);
    return server.getJdbcUrl("postgres", name);
  }

  /** Makes a database that holds what another one holds, as a dump that is restored elsewhere. */
  String restored(String name, String from) {
    execute("postgres", "create database " + name + " template " + from);
    return server.getJdbcUrl("postgres", name);
  }

  /** Makes a database with the data of a release, and gives its address. */
  String ofRelease(String name, Path dump) {
    String address = empty(name);
    execute(name, read(dump));
    return address;
  }

  /** A number that a query finds. */
  long count(String database, String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends every session of an installation, as the service does after a time. */
  void endSessions(String database) {
    execute(database, "delete from review.http_session");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void execute(String database, String script) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  /** The statements of a dump, without what only psql understands. */
  private static String read(Path dump) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
