package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

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

@RunningService
@DisplayName("Sign-in")
class SignInDefencesTest {

  private static final String ACCOUNT = "sign-in-probe";
  private static final String PASSWORD = "a-long-enough-secret";

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;
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
  @DisplayName("never locks an account for good, however often somebody guesses")
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
