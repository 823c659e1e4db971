package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrails;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.ProfileProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A partnership that has cases")
class CasesOfProfilesTest {

  @Test
  @DisplayName("is missed when its profile is gone, with the number of its cases")
  void missing() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    Clock clock = Clock.systemUTC();
    Partnerships before = new Known(List.of(partnership("midshire"), partnership("northshire")));
    CaseFiles cases = new JdbcCaseFiles(jdbc, before, AuditTrails.on(jdbc, clock), clock);
    cases.open("midshire", "ms-head");
    cases.open("northshire", "ns-head");
    cases.open("northshire", "ns-head");
    assertThat(new CasesOfProfiles(jdbc, before).problems()).isEmpty();

    Partnerships after = new Known(List.of(partnership("midshire")));
    assertThat(new CasesOfProfiles(jdbc, after).problems())
        .extracting(ProfileProblem::wrong)
        .containsExactly(
            "There is no profile for the partnership \"northshire\", which has 2 cases in the"
                + " database.");
  }

  private static Partnership partnership(String id) {
    return new Partnership(
        id,
        id,
        id,
        id.substring(0, 2).toUpperCase(Locale.ROOT),
        "Working Together 2023",
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private record Known(List<Partnership> all) implements Partnerships {

    @Override
    public Partnership get(String id) {
      return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
  }
}
