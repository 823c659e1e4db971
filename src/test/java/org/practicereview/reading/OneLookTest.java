package org.practicereview.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayName("What a page reads")
class OneLookTest {

  private final AtomicInteger reads = new AtomicInteger();

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  @DisplayName("is read once in a request that only reads, and anew in the next one")
  void once() {
    request("GET");
    assertThat(look("SG-2026-0001")).isEqualTo(look("SG-2026-0001")).isEqualTo(1);
    assertThat(look("SG-2026-0002")).isEqualTo(2);
    assertThat(OneLook.<Integer>at("agencies", "SG-2026-0001", reads::incrementAndGet))
        .isEqualTo(3);
    request("GET");
    assertThat(look("SG-2026-0001")).isEqualTo(4);
  }

  @Test
  @DisplayName("is never kept where something may change: in other requests, and without one")
  void notKept() {
    request("POST");
    assertThat(look("SG-2026-0001")).isEqualTo(1);
    assertThat(look("SG-2026-0001")).isEqualTo(2);
    RequestContextHolder.resetRequestAttributes();
    assertThat(look("SG-2026-0001")).isEqualTo(3);
    assertThat(look("SG-2026-0001")).isEqualTo(4);
  }

  @Test
  @DisplayName("is read anew in a transaction that may write, and after it")
  void transactions() {
    TransactionTemplate transaction =
        new TransactionTemplate(
            new DataSourceTransactionManager(
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "")));
    request("GET");
    assertThat(look("SG-2026-0001")).isEqualTo(1);
    transaction.setReadOnly(true);
    assertThat(transaction.<Integer>execute(status -> look("SG-2026-0001"))).isEqualTo(1);
    transaction.setReadOnly(false);
    assertThat(transaction.<Integer>execute(status -> look("SG-2026-0001"))).isEqualTo(2);
    assertThat(transaction.<Integer>execute(status -> look("SG-2026-0001"))).isEqualTo(3);
    assertThat(look("SG-2026-0001")).isEqualTo(4);
    assertThat(look("SG-2026-0001")).isEqualTo(4);
    Integer opened = transaction.execute(status -> OneLook.reading(() -> look("SG-2026-0001")));
    assertThat(opened).as("where nothing is changed").isEqualTo(4);
    assertThat(transaction.<Integer>execute(status -> look("SG-2026-0001"))).isEqualTo(5);
    request("POST");
    assertThat(OneLook.reading(() -> look("SG-2026-0001"))).isEqualTo(6);
    assertThat(OneLook.reading(() -> look("SG-2026-0001"))).isEqualTo(7);
  }

  private Integer look(String reference) {
    return OneLook.at("case file", reference, reads::incrementAndGet);
  }

  private static void request(String method) {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest(method, "/case")));
  }
}
