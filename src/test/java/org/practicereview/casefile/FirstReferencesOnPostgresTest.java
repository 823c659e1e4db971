package org.practicereview.casefile;

import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.practicereview.database.TestDatabases;

@Tag("postgres")
@DisplayName("On PostgreSQL, the first references of a year")
class FirstReferencesOnPostgresTest extends FirstReferencesTest {

  @Override
  DataSource empty() {
    return TestDatabases.postgres();
  }
}
