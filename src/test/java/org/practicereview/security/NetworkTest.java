package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A server as the service starts it, with one page that says what it was told of the request. */
@DisplayName("Between the network and the service")
class NetworkTest {

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final String KNOWN = "reviews.example";
  private static final NetworkSettings SETTINGS =
      new NetworkSettings(5, 3, List.of("127.0.0.1", "10.1.2.0/24"), List.of("intern"), true);

  private final List<RawClient> clients = new ArrayList<>();
  private WebServer server;

  @BeforeEach
  void start() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    new NetworkConfiguration().network(SETTINGS, "https://" + KNOWN).customize(factory);
    server =
        factory.getWebServer(
            context -> context.addServlet("told", new Told()).addMapping("/", "/told"));
    server.start();
  }

  @AfterEach
  void stop() {
    clients.forEach(RawClient::close);
    server.stop();
  }

  @Test
  @DisplayName("what a client says about its address counts for nothing")
  void strangersForwarding() {
    assertThat(told("127.0.0.5", KNOWN, "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https"))
        .contains("from 127.0.0.5 by http, forwarded null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|203.0.113.7",
        "198.51.100.1, 203.0.113.7|203.0.113.7",
        "203.0.113.7, 10.1.2.77|203.0.113.7",
        "203.0.113.7, evil.example|127.0.0.1",
        "''|127.0.0.1",
        "2001:db8::7|2001:db8:0:0:0:0:0:7"
      })
  @DisplayName("a trusted proxy says for whom it asks, and no one before it")
  void proxyForwards(String forwarded, String client) {
    assertThat(
            told("127.0.0.1", KNOWN, "X-Forwarded-For: " + forwarded, "X-Forwarded-Proto: https"))
        .contains("from " + client + " by https, forwarded null");
  }

  @Test
  @DisplayName("a proxy's name for the service is not believed either")
  void forwardedHost() {
    assertThat(told("127.0.0.1", KNOWN, "X-Forwarded-Host: evil.example"))
        .contains("host " + KNOWN)
        .doesNotContain("evil");
  }

  @Test
  @DisplayName("the service is called by its own names only")
  void knownNames() {
    assertThat(told("127.0.0.5", KNOWN)).startsWith("HTTP/1.1 200");
    assertThat(told("127.0.0.5", "intern:8080")).startsWith("HTTP/1.1 200");
    assertThat(told("127.0.0.5", "evil.example"))
        .startsWith("HTTP/1.1 400")
        .contains("not known by this name")
        .doesNotContain("evil");
    assertThat(told("127.0.0.1", "localhost", "X-Forwarded-For: 203.0.113.7"))
        .startsWith("HTTP/1.1 400");
    assertThat(told("127.0.0.5", "localhost")).startsWith("HTTP/1.1 200");
    assertThat(asked("127.0.0.5", "/actuator/health/readiness", "10.9.8.7"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  @DisplayName("one address has so many connections, and a closed one makes room")
  void connections() {
    for (int i = 0; i < 5; i++) {
      client("127.0.0.5");
    }
    assertThat(told("127.0.0.5", KNOWN)).isEmpty();
    assertThat(told("127.0.0.6", KNOWN)).startsWith("HTTP/1.1 200");

    clients.get(0).send("GET /told HTTP/1.1", "Host: " + KNOWN, "Connection: close", "");
    assertThat(clients.get(0).answer(SOON)).startsWith("HTTP/1.1 200");
    assertThat(told("127.0.0.5", KNOWN)).startsWith("HTTP/1.1 200");
  }

  @Test
  @DisplayName("a proxy has as many connections as it needs, but each client so many requests")
  void throughTheProxy() {
    for (int i = 0; i < 12; i++) {
      client("127.0.0.1");
    }
    for (int i = 0; i < 3; i++) {
      client("127.0.0.1")
          .send(
              "POST /told HTTP/1.1",
              "Host: " + KNOWN,
              "X-Forwarded-For: 203.0.113.7",
              "Content-Length: 9",
              "",
              "half");
    }
    assertThat(told("127.0.0.1", KNOWN, "X-Forwarded-For: 203.0.113.8")).startsWith("HTTP/1.1 200");
    // The three halves are on their way while this is asked.
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(told("127.0.0.1", KNOWN, "X-Forwarded-For: 203.0.113.7"))
                    .startsWith("HTTP/1.1 429")
                    .contains("Retry-After"));
  }

  @Test
  @DisplayName("a proxy that is no address stops the start, and none need be named")
  void badProxy() throws IOException {
    assertThat(
            new NetworkSettings(5, 3, List.of(), List.of(), true)
                .proxies()
                .contain(InetAddress.getByName("127.0.0.1")))
        .isFalse();
    assertThatThrownBy(
            () -> new NetworkSettings(5, 3, List.of("my-proxy"), List.of(), true).proxies())
        .isInstanceOf(UnsafeInstallation.class)
        .hasMessageContaining("my-proxy")
        .hasMessageContaining("PRACTICE_REVIEW_TRUSTED_PROXIES");
  }

  private String told(String from, String host, String... headers) {
    return asked(from, "/told", host, headers);
  }

  private String asked(String from, String path, String host, String... headers) {
    RawClient client =
        client(from).send("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");
    if (headers.length > 0) {
      client.send(headers);
    }
    return client.send("").answer(SOON);
  }

  private RawClient client(String from) {
    RawClient client = RawClient.from(from, server.getPort());
    clients.add(client);
    return client;
  }

  private static final class Told extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getRequestURI().startsWith("/actuator")) {
        response.setStatus(404);
      }
      response
          .getWriter()
          .print(
              "from %s by %s, forwarded %s, host %s"
                  .formatted(
                      request.getRemoteAddr(),
                      request.getScheme(),
                      request.getHeader("X-Forwarded-For"),
                      request.getServerName()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      request.getInputStream().readAllBytes();
    }
  }
}
