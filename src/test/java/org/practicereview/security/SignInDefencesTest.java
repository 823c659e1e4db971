package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RunningService
@DisplayName("Sign-in")
class SignInDefencesTest {

  private static final String ACCOUNT = "sign-in-probe";
  private static final String PASSWORD = "a-long-enough-secret";

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private Partnerships partnerships;
  @Autowired private ProcessEngineConfigurationImpl engine;

  @BeforeEach
  void account() {
    User account = identity.newUser(ACCOUNT);
    account.setPassword(PASSWORD);
    identity.saveUser(account);
    boolean known = identity.createGroupQuery().groupId("essex.executive").count() == 1;
    identity.createMembership(ACCOUNT, known ? "essex.executive" : "executive");
    identity.createTenantUserMembership("essex", ACCOUNT);
  }

  @AfterEach
  void tidy() {
    identity.deleteUser(ACCOUNT);
  }

  @Test
  @DisplayName("never locks an account for good, however often someone guesses")
  void neverLocked() {
    for (int guess = 0; guess < 15; guess++) {
      identity.checkPassword(ACCOUNT, "wrong-" + guess);
    }
    assertThat(identity.checkPassword(ACCOUNT, PASSWORD)).isTrue();
  }

  @Test
  @DisplayName("slows whoever guesses, in words")
  void slows() {
    TasklistUser guesser = TasklistUser.visitor(port);
    List<Integer> statuses = new ArrayList<>();
    for (int guess = 0; guess < 12; guess++) {
      statuses.add(guesser.trySignIn("nobody-guessed", "wrong-" + guess, "tasklist").status());
    }
    assertThat(statuses.get(0)).isEqualTo(401);
    assertThat(statuses.get(11)).isEqualTo(429);
    // Whoever is not guessing comes in, from the same address too.
    TasklistUser.signIn(port, ACCOUNT, PASSWORD);
  }

  @Test
  @DisplayName("counts wrong passwords for all nodes together, many at once too")
  void acrossNodes() throws Exception {
    SlowSignIn oneNode = new SlowSignIn(new WrongPasswords(jdbc, Clock.systemUTC()));
    SlowSignIn otherNode = new SlowSignIn(new WrongPasswords(jdbc, Clock.systemUTC()));
    for (int guess = 0; guess < 5; guess++) {
      assertThat(guess(guess % 2 == 0 ? oneNode : otherNode, "203.0.113.7", 401)).isEqualTo(401);
    }
    assertThat(guess(oneNode, "203.0.113.7", 401)).isEqualTo(429);
    assertThat(guess(otherNode, "203.0.113.7", 401)).isEqualTo(429);
    assertThat(guess(otherNode, "203.0.113.8", 200)).isEqualTo(200);

    AtomicInteger reached = new AtomicInteger();
    for (int guess = 0; guess < 8; guess++) {
      // Each begins before the one before has been answered.
      nested(oneNode, reached, 8);
    }
    assertThat(reached.get()).isLessThanOrEqualTo(6);
  }

  private static int guess(SlowSignIn node, String from, int answer) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    node.doFilter(
        signIn(from),
        response,
        (request, answered) -> {
          ((HttpServletResponse) answered).setStatus(answer);
        });
    return response.getStatus();
  }

  private static void nested(SlowSignIn node, AtomicInteger reached, int depth) throws Exception {
    if (depth == 0) {
      return;
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    node.doFilter(
        signIn("203.0.113.9"),
        response,
        (request, answered) -> {
          reached.incrementAndGet();
          try {
            nested(node, reached, depth - 1);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          ((HttpServletResponse) answered).setStatus(401);
        });
  }

  private static MockHttpServletRequest signIn(String from) {
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", "/camunda/api/admin/auth/user/default/login/tasklist");
    request.setRemoteAddr(from);
    request.setContent("username=guessed-everywhere&password=x".getBytes(StandardCharsets.UTF_8));
    return request;
  }

  @Test
  @DisplayName("works a password out for an unknown account as well")
  void sameWork() {
    AtomicInteger worked = new AtomicInteger();
    PasswordEncryptor counting =
        new BcryptPasswords(4) {
          @Override
          public boolean check(String password, String encrypted) {
            worked.incrementAndGet();
            return super.check(password, encrypted);
          }
        };
    GuardedIdentity guarded = new GuardedIdentity(() -> null, partnerships, counting);
    guarded.setCommandExecutor(engine.getCommandExecutorTxRequired());

    assertThat(guarded.checkPassword("nobody-at-all", "wrong")).isFalse();
    assertThat(worked).hasValue(1);
  }

  @Test
  @DisplayName("ends everywhere when the administrator sets a new password")
  void newPasswordByAdministrator() {
    TasklistUser somewhere = TasklistUser.signIn(port, ACCOUNT, PASSWORD);
    somewhere.get("/cases").expect(200);

    User account = identity.createUserQuery().userId(ACCOUNT).singleResult();
    account.setPassword("another-long-secret");
    identity.saveUser(account);

    assertThat(somewhere.get("/cases").status()).isEqualTo(302);
    assertThat(somewhere.get("engine:task/count").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("ends everywhere else with a new password")
  void newPassword() {
    TasklistUser here = TasklistUser.signIn(port, ACCOUNT, PASSWORD);
    TasklistUser elsewhere = TasklistUser.signIn(port, ACCOUNT, PASSWORD);
    elsewhere.get("/cases").expect(200);
    elsewhere.get("engine:task/count").expect(200);

    here.send(
            "PUT",
            "engine:user/" + ACCOUNT + "/credentials",
            Map.of("password", "another-long-secret", "authenticatedUserPassword", PASSWORD))
        .expect(204);

    here.get("/cases").expect(200);
    assertThat(elsewhere.get("/cases").status()).isEqualTo(302);
    assertThat(elsewhere.get("engine:task/count").status()).isEqualTo(401);
  }
}
