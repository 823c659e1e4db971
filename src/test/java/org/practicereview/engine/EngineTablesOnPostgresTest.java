package org.practicereview.engine;

import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.practicereview.database.TestDatabases;

@Tag("postgres")
@DisplayName("On PostgreSQL, the engine")
class EngineTablesOnPostgresTest extends EngineTablesTest {

  @Override
  DataSource empty() {
    return TestDatabases.postgres();
  }
}
