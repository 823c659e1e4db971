package org.practicereview.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A database that an earlier state of the project has begun")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsTest {

  private static final String SHIPPED = "classpath:db/migration";
  private static final Path FILES = Path.of("src", "main", "resources", "db", "migration");

  private Set<String> asNew;
  @TempDir private Path folders;
  private Path then;

  @BeforeAll
  void migrateNewDatabase() {
    asNew = tables(migrate(empty(), SHIPPED));
  }

  @BeforeEach
  void emptyFolder() throws IOException {
    then = Files.createTempDirectory(folders, "then");
  }

  DataSource empty() {
    return TestDatabases.h2();
  }

  /** The states of the main branch, as numbers; "first" marks the first wording. */
  List<String> states() {
    return List.of(
        "1 2",
        "1 2 4",
        "1 2 4 3first",
        "1 2 4 3",
        "1 2 4 3first 11first",
        "1 2 4 3 11",
        "1 2 4 3 11first 7",
        "1 2 4 3 11 7 8",
        "1 2 4 3 11 7 8 5",
        "1 2 4 3 11 7 8 5 9",
        "1 2 4 3 11 7 8 5 9 12");
  }

  @ParameterizedTest
  @MethodSource("states")
  @DisplayName("gets the same tables as a new one, keeps its data, and is left alone the next time")
  void goesOn(String state) {
    DataSource database = empty();
    begin(database, state);
    fill(database);

    migrate(database, SHIPPED);

    assertThat(tables(database)).isEqualTo(asNew);
    assertThat(count(database, "case_file")).isOne();
    assertThat(count(database, "matter")).isEqualTo(state.contains("11") ? 1 : 0);
    migrate(database, SHIPPED);
  }

  @Test
  @DisplayName("is refused when it misses a lower number that is none of those of old")
  void refused() throws IOException {
    DataSource database = migrate(empty(), SHIPPED);
    Files.writeString(then.resolve("V1001__higher.sql"), "create table review.higher (a integer);");
    String[] locations = {SHIPPED, "filesystem:" + then};
    migrate(database, locations);
    Files.writeString(then.resolve("V1000__lower.sql"), "create table review.lower (a integer);");

    assertThatThrownBy(() -> migrate(database, locations))
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("1000");
  }

  @Test
  @DisplayName("is refused when a migration it has was changed since")
  void changed() throws IOException {
    begin(empty(), "1 2");
    DataSource database = empty();
    TestDatabases.flyway(database, "filesystem:" + then).migrate();
    Files.writeString(then.resolve("V2__casefile.sql"), "create table review.other (a integer);");

    assertThatThrownBy(() -> migrate(database, "filesystem:" + then))
        .isInstanceOf(FlywayValidateException.class);
  }

  private static DataSource migrate(DataSource database, String... locations) {
    StartLock lock = new StartLock();
    try {
      new Migrations(lock).migrate(TestDatabases.flyway(database, locations));
    } finally {
      lock.destroy();
    }
    return database;
  }

  /** Migrates a database as if these were the only migrations there are. */
  private void begin(DataSource database, String state) {
    for (String number : state.split(" ")) {
      copy(number.replace("first", ""), number.endsWith("first"));
    }
    TestDatabases.flyway(database, "filesystem:" + then).migrate();
  }

  private void copy(String number, boolean first) {
    try (Stream<Path> files = Files.list(FILES)) {
      Path file =
          files
              .filter(one -> one.getFileName().toString().startsWith("V" + number + "__"))
              .findFirst()
              .orElseThrow();
      Path fixture = Path.of("src", "test", "resources", "database").resolve(file.getFileName());
      String text = Files.readString(first && Files.exists(fixture) ? fixture : file);
      Files.writeString(
          then.resolve(file.getFileName()),
          first ? text.replace("reason text not null", "reason varchar(2000) not null") : text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void fill(DataSource database) {
    TestDatabases.execute(
        database,
        "insert into review.case_file (reference, partnership, partnership_name, guidance, state,"
            + " opened_at, opened_by) values ('SG-1', 'sg', 'SG', 'x', 'OPEN',"
            + " current_timestamp, 'x')");
    if (tables(database).stream().anyMatch(column -> column.startsWith("matter "))) {
      TestDatabases.execute(
          database,
          "insert into review.matter values ('SG-1', 'a', 'proceedings', current_timestamp, 'x',"
              + " null, null)");
    }
  }

  private static long count(DataSource database, String table) {
    return new JdbcTemplate(database)
        .queryForObject("select count(*) from review." + table, Long.class);
  }

  /** Every column with its type. */
  private static Set<String> tables(DataSource database) {
    List<String> columns =
        new JdbcTemplate(database)
            .queryForList(
                "select concat(lower(table_name), ' ', lower(column_name), ' ', data_type, ' ',"
                    + " character_maximum_length, ' ', is_nullable)"
                    + " from information_schema.columns where lower(table_schema) = 'review'",
                String.class);
    return Set.copyOf(columns);
  }
}
