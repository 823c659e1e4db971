package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.journey.TasklistUser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("Sign-in to our own pages")
class SignInTest {

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;

  @ParameterizedTest
  @ValueSource(
      strings = {"/probe/who-am-i", "/cases", "/case/SG-2026-0001", "/letters/1", "/outbox"})
  @DisplayName("is asked for on every page that is not open to the public")
  void isAskedFor(String page) {
    Answer answer = TasklistUser.visitor(port).get(page);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith(SignInConfiguration.SIGN_IN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/refer", "/actuator/health"})
  @DisplayName("is not asked for on public pages")
  void isNotAskedFor(String page) {
    assertThat(TasklistUser.visitor(port).get(page).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("takes over who is signed in to Tasklist, with roles and partnerships")
  void takesOver() {
    Answer answer = TasklistUser.signIn(port, "sg-author-police").get("/probe/who-am-i");

    assertThat(answer.expect(200).text())
        .startsWith("sg-author-police ")
        .contains("rapid-review-author", "south-gloucestershire.police")
        .endsWith(" [south-gloucestershire]");
  }

  @Test
  @DisplayName("shows its page to many at once: each page names the nonce of its own header")
  void ownNonce() {
    Pattern nonce = Pattern.compile("nonce[-=][\"]?([\\w-]+)");
    List<TasklistUser> visitors =
        Stream.generate(() -> TasklistUser.visitor(port)).limit(8).toList();
    for (int time = 0; time < 40; time++) {
      visitors.parallelStream()
          .map(visitor -> visitor.get("/camunda/app/welcome/default/").expect(200))
          .forEach(
              page -> {
                Set<String> nonces =
                    nonce
                        .matcher(page.header("Content-Security-Policy") + page.text())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(nonces).hasSize(1);
              });
    }
  }

  @Test
  @DisplayName("ends with signing out, and for users who were removed")
  void ends() {
    TasklistUser user = TasklistUser.signIn(port, "sg-learning");
    user.get("/probe/who-am-i").expect(200);
    user.post("/camunda/api/admin/auth/user/default/logout", "");
    assertThat(user.get("/probe/who-am-i").status()).isEqualTo(302);

    identity.saveUser(newcomer());
    identity.createMembership("leaver", "essex.executive");
    TasklistUser leaver = TasklistUser.signIn(port, "leaver", "a-long-enough-secret");
    leaver.get("/probe/who-am-i").expect(200);
    identity.deleteUser("leaver");
    assertThat(leaver.get("/probe/who-am-i").status()).isEqualTo(302);
  }

  @Test
  @DisplayName("does not let another site change anything")
  void crossSite() {
    TasklistUser user = TasklistUser.signIn(port, "sg-manager");

    assertThat(user.post("/probe/change", "").status()).isEqualTo(403);
    assertThat(TasklistUser.visitor(port).post("/probe/change", "").status()).isIn(401, 403);
  }

  @Test
  @DisplayName("comes with headers that keep pages to themselves")
  void headers() {
    Answer page = TasklistUser.signIn(port, "sg-manager").get("/probe/who-am-i");

    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  @DisplayName("gives a new session, so that one set by someone else is worth nothing")
  void newSession() {
    TasklistUser visitor = TasklistUser.visitor(port);

    Answer signedIn = visitor.trySignIn("sg-manager", "practice-review", "tasklist");

    assertThat(signedIn.expect(200).header("Set-Cookie"))
        .contains("JSESSIONID", "HttpOnly", "SameSite=Lax");
  }

  private User newcomer() {
    User user = identity.newUser("leaver");
    user.setFirstName("Some");
    user.setLastName("Body");
    user.setPassword("a-long-enough-secret");
    return user;
  }
}
