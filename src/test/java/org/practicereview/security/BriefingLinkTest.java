package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("The page of the links in letters")
class BriefingLinkTest {

  private static final int PER_HOUR = 60;

  @LocalServerPort private int port;

  @Test
  @DisplayName("opens sixty times an hour from one address, and says then to try again later")
  void tooOften() {
    for (int opened = 0; opened < PER_HOUR; opened++) {
      assertThat(opens("127.0.0.77")).startsWith("HTTP/1.1 410");
    }
    assertThat(opens("127.0.0.77")).startsWith("HTTP/1.1 429").contains("Try again later");
    assertThat(opens("127.0.0.78")).startsWith("HTTP/1.1 410").contains("does not work");
  }

  private String opens(String from) {
    try (RawClient client = RawClient.from(from, port)) {
      return client
          .send(
              "GET /briefing/" + "x".repeat(43) + " HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "")
          .answer(Duration.ofSeconds(10));
    }
  }
}
