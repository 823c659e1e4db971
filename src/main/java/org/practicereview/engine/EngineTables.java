package org.practicereview.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the engine make its tables in a database that has none, and only look at them in every
 * other: there it checks that they are of its own version, and does not start otherwise. An
 * installation that makes the tables itself says {@code camunda.bpm.database.schema-update=false};
 * then the engine never makes any.
 */
@Component
@Order(10)
class EngineTables extends AbstractProcessEnginePlugin {

  private static final String ONE_OF_THEM = "ACT_GE_PROPERTY";

  private final DataSource database;

  EngineTables(DataSource database) {
    this.database = database;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE.equals(engine.getDatabaseSchemaUpdate())
        && exist()) {
      engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }
  }

  private boolean exist() {
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData known = connection.getMetaData();
      String name =
          known.storesLowerCaseIdentifiers() ? ONE_OF_THEM.toLowerCase(Locale.ROOT) : ONE_OF_THEM;
      try (ResultSet table =
          known.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
        return table.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tables of the engine cannot be looked up", e);
    }
  }
}
