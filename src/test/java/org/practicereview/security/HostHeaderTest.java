package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.RunningService;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("What a request calls the service")
class HostHeaderTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases",
        "/refer",
        "/published",
        "/published/feed.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/camunda",
        "/camunda/app/",
        "/camunda/app/welcome/default/",
        "/nothing-there"
      })
  @DisplayName("is never repeated in an answer")
  void neverRepeated(String path) {
    try (RawClient client = RawClient.from("127.0.0.12", port)) {
      String answer =
          client
              .send(
                  "GET " + path + " HTTP/1.1",
                  "Host: evil.example",
                  "X-Forwarded-Host: evil.example",
                  "Connection: close",
                  "")
              .answer(Duration.ofSeconds(10));

      assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
    }
  }
}
