package org.practicereview.database;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
@DisplayName("On PostgreSQL, a database that an earlier state of the project has begun")
class MigrationsOnPostgresTest extends MigrationsTest {

  @Override
  List<String> states() {
    return List.of("1 2 4", "1 2 4 3first 11first", "1 2 4 3 11 7 8");
  }

  @Override
  DataSource empty() {
    return TestDatabases.postgres();
  }
}
