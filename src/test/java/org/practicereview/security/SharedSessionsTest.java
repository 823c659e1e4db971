package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.journey.TasklistUser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.servlet.FlashMap;

@RunningService
@DisplayName("A session in the database")
class SharedSessionsTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  @DisplayName("names no one in the clear, and goes when someone signs out")
  void rows() {
    int before = sessions();
    TasklistUser person = TasklistUser.signIn(port, "sg-manager");
    person.get("/cases").expect(200);
    assertThat(sessions()).isGreaterThan(before);
    assertThat(
            jdbc.sql("select distinct attribute_name from review.http_session_attributes")
                .query(String.class)
                .list()
                .toString())
        .doesNotContain("manager");
    assertThat(
            jdbc.sql("select count(*) from review.http_session where principal_name is not null")
                .query(Integer.class)
                .single())
        .isZero();
    int signedIn = sessions();
    person.submitPage("/cases", "/sign-out", Map.of()).expect(302);
    assertThat(sessions()).isLessThan(signedIn);
    person.get("/cases").expect(302);
  }

  @Test
  @DisplayName("ends when someone signs out of Tasklist, who can sign in again on the same page")
  void signedOut() {
    TasklistUser person = TasklistUser.signIn(port, "sg-manager");
    List<String> before = ids();
    person.post("/camunda/api/admin/auth/user/default/logout", "").expect(204);
    assertThat(before).isNotEmpty();
    assertThat(ids()).as("one has ended, one is new").hasSameSizeAs(before).isNotEqualTo(before);
    person.get("/cases").expect(302);
    person.trySignIn("sg-manager", "practice-review", "tasklist").expect(200);
    person.get("/cases").expect(200);
  }

  @Test
  @DisplayName(
      "is named in the cookie as in the database, and one of an earlier release is not known")
  void cookie() throws IOException, InterruptedException {
    URI page = URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/");
    HttpRequest earlier =
        HttpRequest.newBuilder(page).header("Cookie", "JSESSIONID=" + "00A0".repeat(8)).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(earlier, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    String given =
        answer.headers().allValues("set-cookie").stream()
            .filter(one -> one.startsWith("JSESSIONID="))
            .map(one -> one.substring("JSESSIONID=".length()).split(";")[0])
            .findFirst()
            .orElseThrow();
    assertThat(ids()).contains(given);
  }

  private List<String> ids() {
    return jdbc.sql("select session_id from review.http_session order by session_id")
        .query(String.class)
        .list();
  }

  @Test
  @DisplayName("serves many requests of one person at once")
  void atOnce() {
    TasklistUser person = TasklistUser.signIn(port, "sg-manager");
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> person.get(i % 2 == 0 ? "/cases" : "engine:task/count")))
            .toList();
    assertThat(calls).extracting(call -> call.join().status()).containsOnly(200);
  }

  @Test
  @DisplayName("gives back sign-in, tokens and what one page tells the next, and nothing else")
  void content() {
    FlashMap told = new FlashMap();
    told.put("done", List.of("The task was taken."));
    told.addTargetRequestParam("page", "2");
    List<Object> known = new ArrayList<>();
    known.add(new Authentications());
    known.add(new HttpSessionCsrfTokenRepository().generateToken(new MockHttpServletRequest()));
    known.add(told);
    SerializingConverter write = new SerializingConverter();
    assertThat(known)
        .allSatisfy(one -> assertThat(SharedSessions.read(write.convert(one))).hasSameClassAs(one));
    assertThat(SharedSessions.read(write.convert(new Strange("x")))).isNull();
    assertThat(SharedSessions.read(new byte[] {1, 2, 3})).isNull();
  }

  private int sessions() {
    return jdbc.sql("select count(*) from review.http_session").query(Integer.class).single();
  }

  private record Strange(String text) implements java.io.Serializable {}
}
