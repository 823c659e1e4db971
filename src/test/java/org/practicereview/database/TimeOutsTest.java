package org.practicereview.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The time-outs of the database")
@ExtendWith(OutputCaptureExtension.class)
class TimeOutsTest {

  @Test
  @DisplayName("are those of the settings, and an installation's own of the driver stay")
  void postgres(CapturedOutput log) {
    HikariDataSource pool = limited("jdbc:postgresql://database/practice_review?socketTimeout=600");
    assertThat(pool.getConnectionInitSql())
        .contains("lock_timeout = 7000", "statement_timeout = 20000", "session_timeout = 60000");
    assertThat(pool.getConnectionTimeout()).isEqualTo(5000);
    assertThat(pool.getDataSourceProperties())
        .containsEntry("connectTimeout", "10")
        .doesNotContainKey("socketTimeout");
    assertThat(limited("jdbc:postgresql://database/x").getDataSourceProperties())
        .containsEntry("socketTimeout", "50");
    assertThat(log).doesNotContain("may be lost");
  }

  @Test
  @DisplayName("hold for the embedded database, which says what it may lose")
  void embedded(CapturedOutput log) {
    limited("jdbc:h2:mem:x");
    assertThat(log).doesNotContain("may be lost");
    assertThat(limited("jdbc:h2:file:./data/practice-review").getConnectionInitSql())
        .isEqualTo("set lock_timeout 7000; set query_timeout 20000");
    assertThat(log).contains("the last half second may be lost");
  }

  private static HikariDataSource limited(String address) {
    MockEnvironment settings = new MockEnvironment();
    settings.setConversionService(new ApplicationConversionService());
    settings.setProperty("practice-review.database.connection-time-out", "5s");
    settings.setProperty("practice-review.database.lock-time-out", "7s");
    settings.setProperty("practice-review.database.statement-time-out", "20s");
    settings.setProperty("practice-review.database.idle-time-out", "1m");
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(address);
    return (HikariDataSource)
        new TimeOuts(settings).postProcessBeforeInitialization(pool, "dataSource");
  }
}
