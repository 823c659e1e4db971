package org.practicereview.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.practicereview.database.TestDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("postgres")
@DisplayName("On PostgreSQL, what goes over many cases")
class ManyCasesOnPostgresTest {

  private static final String ASKED = "select count(*) from generate_series(1, :many) wide";

  /** More often than the driver takes to prepare it, and the database to plan it for good. */
  private static final int OFTEN = 15;

  @Test
  @DisplayName("is planned for the values asked for, however often it is asked")
  void plannedAnew() throws SQLException {
    DataSource database = TestDatabases.postgres();
    try (Connection connection = database.getConnection()) {
      DataSource one = new SingleConnectionDataSource(connection, true);
      ManyCases cases = new ManyCases(one);
      for (int time = 0; time < OFTEN; time++) {
        assertThat(cases.sql(ASKED).param("many", 3).query(Integer.class).single()).isEqualTo(3);
      }
      assertThat(kept(one)).isZero();
      JdbcClient usual = JdbcClient.create(one);
      for (int time = 0; time < OFTEN; time++) {
        usual.sql(ASKED).param("many", 3).query(Integer.class).single();
      }
      assertThat(kept(one)).as("as any other statement is kept").isEqualTo(1);
    }
  }

  private static int kept(DataSource one) {
    return JdbcClient.create(one)
        .sql("select count(*) from pg_prepared_statements where statement like '%series%wide%'")
        .query(Integer.class)
        .single();
  }
}
