package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("Requests that are never sent to their end")
class HalfSentRequestsTest {

  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static final Duration SOON = Duration.ofSeconds(2);

  @LocalServerPort private int port;

  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void goAway() {
    clients.forEach(RawClient::close);
  }

  @Test
  @DisplayName("from one address do not keep others from being served")
  void fromOneAddress() {
    for (int i = 0; i < 300; i++) {
      halfAPost("127.0.0.7", "/refer/essex");
    }

    servedSoon();
  }

  @Test
  @DisplayName("that come through the proxy for one client do not keep others from being served")
  void throughTheProxy() {
    for (int i = 0; i < 300; i++) {
      halfAPost("127.0.0.1", "/refer/essex", "X-Forwarded-For: 203.0.113.7");
    }

    servedSoon();
  }

  @Test
  @DisplayName("end after seconds, whether the head is missing or the body")
  void timeOut() {
    RawClient nothing = client("127.0.0.8");
    RawClient head = client("127.0.0.8").send("GET / HTTP/1.1");
    RawClient body = halfAPost("127.0.0.8", "/refer/essex");

    assertThat(nothing.answer(Duration.ofSeconds(15))).isEmpty();
    head.answer(Duration.ofSeconds(5));
    body.answer(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("end although a byte comes now and then")
  void drip() {
    RawClient head = client("127.0.0.9").send("GET / HTTP/1.1", "Host: localhost");
    RawClient body = halfAPost("127.0.0.9", "/refer/essex");

    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(36))
        .until(() -> !(head.isTaken("x") | body.isTaken("x")));
  }

  @Test
  @DisplayName("leave no stack trace in the log")
  void aborted() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ROOT.addAppender(log);
    for (String path :
        List.of(
            "/refer/essex",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/camunda/api/engine/engine/default/task",
            "/case/SG-2026-0001/chronology/police")) {
      // The service closes the connection once it has dealt with the request.
      halfAPost("127.0.0.10", path).breakOff().answer(SOON);
      halfAnUpload("127.0.0.10", path).breakOff().answer(SOON);
    }
    ROOT.detachAppender(log);

    assertThat(log.list)
        .noneMatch(event -> event.getThrowableProxy() != null)
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
  }

  private void servedSoon() {
    long began = System.nanoTime();
    TasklistUser.signIn(port, "sg-manager").get("/cases").expect(200);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON.multipliedBy(2));
    String answer =
        client("127.0.0.11")
            .send("GET /refer HTTP/1.1", "Host: localhost", "Connection: close", "")
            .answer(SOON);
    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  private RawClient halfAPost(String from, String path, String... headers) {
    RawClient client =
        client(from)
            .send(
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 1000");
    return headers.length == 0 ? client.send("", "a=1") : client.send(headers).send("", "a=1");
  }

  private RawClient halfAnUpload(String from, String path) {
    return client(from)
        .send(
            "POST " + path + " HTTP/1.1",
            "Host: localhost",
            "Content-Type: multipart/form-data; boundary=part",
            "Content-Length: 1000",
            "",
            "--part",
            "Content-Disposition: form-data; name=\"once\"",
            "",
            "half");
  }

  private RawClient client(String from) {
    RawClient client = RawClient.from(from, port);
    clients.add(client);
    return client;
  }
}
