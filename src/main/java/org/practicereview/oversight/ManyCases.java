package org.practicereview.oversight;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Asks what goes over many cases. PostgreSQL plans such a statement for the values that are asked
 * for: a plan for any values, which it keeps for a statement that is asked often, takes a period to
 * be short and a partnership to be small, and is slower a hundred times where neither is.
 */
@Component
class ManyCases {

  private final JdbcClient client;

  ManyCases(DataSource pool) {
    this.client = JdbcClient.create(new NamedParameterJdbcTemplate(new PlannedAnew(pool)));
  }

  /** A statement with named parameters. */
  StatementSpec sql(String sql) {
    return client.sql(sql);
  }

  private static final class PlannedAnew extends JdbcTemplate {

    private PlannedAnew(DataSource pool) {
      super(pool);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
      super.applyStatementSettings(statement);
      if (statement.isWrapperFor(PGStatement.class)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
    }
  }
}
