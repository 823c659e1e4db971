package org.practicereview.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.database.TestDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The limit of public referrals")
class ReferralRateTest {

  private final JdbcClient jdbc = JdbcClient.create(database());
  private final ReferralRate rate = new ReferralRate(jdbc);

  @Test
  @DisplayName("lets thirty an hour through from one address, on all nodes together")
  void thirty() {
    ReferralRate otherNode = new ReferralRate(jdbc);
    for (int sent = 0; sent < 30; sent++) {
      assertThat((sent % 2 == 0 ? rate : otherNode).allows("192.0.2.1")).isTrue();
    }
    assertThat(rate.allows("192.0.2.1")).isFalse();
    assertThat(otherNode.allows("192.0.2.1")).isFalse();
    assertThat(rate.allows("192.0.2.2")).isTrue();
    assertThat(new DraftRate(jdbc).allows("192.0.2.1")).isTrue();
  }

  @Test
  @DisplayName("lets several through that are the first from their address at once")
  void atOnce() {
    for (int round = 0; round < 20; round++) {
      String address = "198.51.100." + round;
      List<CompletableFuture<Boolean>> first =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> rate.allows(address)))
              .limit(6)
              .toList();
      assertThat(first).extracting(CompletableFuture::join).containsOnly(true);
    }
  }

  @Test
  @DisplayName("still holds for whoever goes on sending while many others come once")
  void amongManyOthers() {
    int accepted = 0;
    for (int other = 0; other < 3_000; other++) {
      rate.allows("2001:db8::" + Integer.toHexString(other));
      accepted += other % 50 == 0 && rate.allows("192.0.2.1") ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(30);
  }

  @Test
  @DisplayName("lets a connection through again after an hour, and forgets who has not come back")
  void after() {
    Instant now = Instant.parse("2026-11-20T09:00:00Z");
    RateByAddress first = at(now);
    assertThat(first.allows("192.0.2.1")).isTrue();
    assertThat(first.allows("192.0.2.1")).isFalse();
    RateByAddress later = at(now.plus(Duration.ofMinutes(61)));
    assertThat(later.allows("192.0.2.2")).isTrue();
    assertThat(later.allows("192.0.2.1")).isTrue();
    assertThat(later.allows("192.0.2.1")).isFalse();
    assertThat(jdbc.sql("select count(*) from review.rate_used").query(Integer.class).single())
        .isEqualTo(2);
    assertThat(jdbc.sql("select who from review.rate_used").query(String.class).list().toString())
        .doesNotContain("192.0.2");
  }

  private RateByAddress at(Instant now) {
    return new RateByAddress(jdbc, Clock.fixed(now, ZoneOffset.UTC), "test", 1);
  }

  private static DataSource database() {
    String name = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    TestDatabases.migrate(new DriverManagerDataSource(name, "sa", ""));
    return JdbcConnectionPool.create(name, "sa", "");
  }
}
