package org.practicereview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.database.TestDatabases;

@DisplayName("The engine")
class EngineTablesTest {

  private static final String ONE_TABLE = "create table ACT_GE_PROPERTY (NAME_ varchar(64))";

  DataSource empty() {
    return TestDatabases.h2();
  }

  @Test
  @DisplayName("makes its tables in a database that has none")
  void makes() {
    assertThat(update("true", empty())).isEqualTo("true");
  }

  @Test
  @DisplayName("only looks at tables that are there")
  void looks() {
    DataSource database = empty();
    TestDatabases.execute(database, ONE_TABLE);

    assertThat(update("true", database)).isEqualTo("false");
  }

  @Test
  @DisplayName("never makes tables where the installation says so")
  void never() {
    assertThat(update("false", empty())).isEqualTo("false");
  }

  private static String update(String stated, DataSource database) {
    ProcessEngineConfigurationImpl engine = new StandaloneProcessEngineConfiguration();
    engine.setDatabaseSchemaUpdate(stated);
    new EngineTables(database).preInit(engine);
    return engine.getDatabaseSchemaUpdate();
  }
}
