package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("A change of people and rights by an administrator")
class PeopleChangesTest {

  private static final String ACCOUNT = "newcomer";

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;
  @Autowired private AuditTrail audit;
  @Autowired private Outbox outbox;
  @Autowired private CasePeople people;
  @Autowired private CaseFiles cases;

  private TasklistUser administrator;
  private String group;

  @BeforeEach
  void anAdministrator() {
    User account = identity.newUser(ACCOUNT);
    account.setFirstName("Nora");
    account.setLastName("Newcomer");
    account.setPassword("a-long-enough-secret");
    identity.saveUser(account);
    group =
        identity.createGroupQuery().groupId("essex.lead-reviewer").count() == 1
            ? "essex.lead-reviewer"
            : "lead-reviewer";
    administrator = TasklistUser.visitor(port);
    administrator.trySignIn("admin", "practice-review", "admin").expect(200);
  }

  @AfterEach
  void tidy() {
    identity.deleteUser(ACCOUNT);
  }

  @Test
  @DisplayName("is in the trail and told to the partnership, without more than the account's name")
  void told() {
    administrator.send("PUT", "engine:tenant/essex/user-members/" + ACCOUNT, "{}").expect(204);
    administrator.send("PUT", "engine:group/" + group + "/members/" + ACCOUNT, "{}").expect(204);

    assertThat(sentences())
        .anySatisfy(line -> assertThat(line).contains(ACCOUNT, "works for"))
        .anySatisfy(
            line -> assertThat(line).containsIgnoringCase("lead reviewer").contains(ACCOUNT))
        .noneSatisfy(line -> assertThat(line).contains("Nora"));
    assertThat(mails()).isNotEmpty();

    administrator
        .send(
            "PUT",
            "engine:user/" + ACCOUNT + "/credentials",
            Map.of(
                "password", "another-long-secret", "authenticatedUserPassword", "practice-review"))
        .expect(204);
    assertThat(sentences())
        .anySatisfy(line -> assertThat(line).isEqualTo("The account \"newcomer\" was changed."));

    int before = mails().size();
    administrator.send("DELETE", "engine:group/" + group + "/members/" + ACCOUNT, "").expect(204);
    assertThat(mails()).hasSize(before + 1);
    administrator
        .post(
            "engine:authorization/create",
            Map.of(
                "type",
                1,
                "permissions",
                List.of("READ"),
                "userId",
                ACCOUNT,
                "resourceType",
                7,
                "resourceId",
                "*"))
        .expect(200);
    assertThat(sentences()).anySatisfy(line -> assertThat(line).contains("right", ACCOUNT));
  }

  @Test
  @DisplayName("is never one of their own")
  void notTheirOwn() {
    for (String[] call :
        new String[][] {
          {"PUT", "engine:group/" + group + "/members/admin"},
          {"PUT", "engine:tenant/essex/user-members/admin"},
          {"DELETE", "engine:group/camunda-admin/members/admin"},
          {"DELETE", "engine:user/admin"}
        }) {
      assertThat(administrator.send(call[0], call[1], "{}").status())
          .as(call[0] + " " + call[1])
          .isEqualTo(403);
    }
    assertThat(
            administrator
                .post(
                    "engine:authorization/create",
                    Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("ALL"),
                        "userId",
                        "admin",
                        "resourceType",
                        7,
                        "resourceId",
                        "*"))
                .status())
        .isEqualTo(403);
    assertThat(identity.createUserQuery().userId("admin").memberOfGroup("camunda-admin").count())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("gives no one migration, history or a case role by an account of their own making")
  void ofTheirOwnMaking() {
    User second = identity.newUser("second-admin");
    second.setPassword("a-long-enough-secret");
    identity.saveUser(second);
    identity.createMembership("second-admin", "camunda-admin");
    administrator
        .post(
            "engine:user/create",
            Map.of(
                "profile", Map.of("id", "puppet", "firstName", "P", "lastName", "P"),
                "credentials", Map.of("password", "another-long-secret")))
        .expect(204);
    String role = "engine:group/" + group + "/members/puppet";
    try {
      Answer refused = administrator.send("PUT", role, "{}");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("Another administrator gives it");
      for (String permission : List.of("MIGRATE_INSTANCE", "READ_HISTORY")) {
        assertThat(administrator.post("engine:authorization/create", right(permission)).status())
            .as(permission)
            .isEqualTo(403);
      }
      TasklistUser other = TasklistUser.visitor(port);
      other.trySignIn("second-admin", "a-long-enough-secret", "admin").expect(200);
      other.send("PUT", role, "{}").expect(204);
    } finally {
      identity.deleteUser("puppet");
      identity.deleteUser("second-admin");
    }
  }

  /** Of the account that the administrator has made, on every model. */
  private static Map<String, Object> right(String permission) {
    return Map.of(
        "type",
        1,
        "permissions",
        List.of(permission),
        "userId",
        "puppet",
        "resourceType",
        6,
        "resourceId",
        "*");
  }

  @Test
  @DisplayName("that ends an account ends what it is named as in cases")
  void ends() {
    CaseFile file = cases.open("essex", "test");
    people.name(file.reference(), ACCOUNT, CasePeople.LEAD_REVIEWER, "", "test");

    administrator.send("DELETE", "engine:user/" + ACCOUNT, "").expect(204);

    assertThat(people.named(ACCOUNT)).isEmpty();
    assertThat(audit.of(file.reference()))
        .extracting(AuditEntry::sentence)
        .anySatisfy(line -> assertThat(line).contains("no longer named"));
  }

  private List<String> sentences() {
    return audit.of("").stream().map(AuditEntry::sentence).toList();
  }

  private List<OutboxMail> mails() {
    return outbox.undelivered(List.of("essex"), 0, 10_000).stream()
        .filter(mail -> mail.purpose().contains("account"))
        .toList();
  }
}
