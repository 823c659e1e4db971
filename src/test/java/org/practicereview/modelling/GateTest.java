package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.audit.AuditEntry;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.modelling.BrokenInputs.Broken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What is deployed")
class GateTest {

  @LocalServerPort private int port;
  @Autowired private RepositoryService repository;
  @Autowired private IdentityService identity;
  @Autowired private DeploymentTrail trail;

  private TasklistUser modeller;
  private long before;

  @BeforeEach
  void signIn() {
    if (modeller == null) {
      modeller = TasklistUser.signIn(port, "modeller");
    }
    before = deployments();
  }

  static List<Broken> broken() {
    return BrokenInputs.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  @DisplayName("is refused by the modeler's call where it breaks a rule, with what to do")
  void byHttp(Broken input) {
    Answer answer = modeller.deploys(input.files());

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    String said = answer.body().path("message").asText();
    assertThat(said)
        .contains("Nothing was deployed")
        .contains(input.named())
        .contains(input.words());
    assertThat(answer.text()).doesNotContain("ENGINE-").doesNotContain("Exception:");
    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  @DisplayName("runs no command of the operating system")
  void shell() {
    Answer answer = modeller.deploys(BrokenInputs.shell());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("message").asText())
        .contains(
            BrokenInputs.MODEL
                + ", \"Begin the work on a national review\" (serviceTask_beginNationalReview)")
        .contains("the attribute type may not be used at a serviceTask")
        .contains("the service task names no building block")
        .contains("Choose one of the templates");
    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  @DisplayName("shows no role who the child is that must not know")
  void foreignRole() {
    Answer answer = modeller.deploys(BrokenInputs.formForAForeignRole());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("message").asText())
        .contains("its form look shows childName, which communications may not read")
        .contains("Offer the task to a role that may");
    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  @DisplayName("is refused in the same way where the service itself deploys it")
  void byJava() {
    for (Broken input : broken()) {
      asModeller();
      try {
        assertThatThrownBy(() -> deployment(input.files()).deploy())
            .as(input.name())
            .isInstanceOf(BadUserRequestException.class)
            .hasMessageContaining(input.named())
            .hasMessageContaining(input.words());
      } finally {
        identity.clearAuthentication();
      }
    }
    assertThatThrownBy(() -> deployment(BrokenInputs.shell()).deploy())
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(() -> deployment(BrokenInputs.model("", "")).tenantId("essex").deploy())
        .hasMessageContaining("Leave the tenant empty");
    asModeller();
    try {
      assertThatThrownBy(
              () -> deployment(BrokenInputs.model("", "")).source("practice-review").deploy())
          .hasMessageContaining("Leave the source empty");
    } finally {
      identity.clearAuthentication();
    }
    assertThat(deployments()).isEqualTo(before);
  }

  @Test
  @DisplayName(
      "is kept whole in the trail: who, what, and how it was before; and so is what was refused")
  void trail() {
    modeller.deploys(BrokenInputs.shell()).expect(400);
    AuditEntry refused = trail.all().get(0);
    assertThat(refused.actor()).isEqualTo("modeller");
    assertThat(refused.sentence())
        .startsWith("Refused")
        .contains("serviceTask_beginNationalReview");

    Map<String, String> changed =
        BrokenInputs.model("name=\"Begin the work on a national review\"", "name=\"Begin it\"");
    String id = modeller.deploys(changed).expect(200).body().path("id").asText();
    try {
      AuditEntry kept = trail.all().get(0);
      assertThat(kept.actor()).isEqualTo("modeller");
      assertThat(kept.sentence())
          .startsWith("Deployed \"by hand\"")
          .containsPattern(
              "panel-response.bpmn, SHA-256 before [0-9a-f]{64}, SHA-256 now [0-9a-f]{64}");
      assertThat(modeller.get("/models/changes").expect(200).text())
          .contains("Deployed &quot;by hand&quot;", "serviceTask_beginNationalReview");
      assertThat(TasklistUser.signIn(port, "sg-manager").get("/models/changes").status())
          .isEqualTo(403);
    } finally {
      repository.deleteDeployment(id, true);
    }
  }

  @Test
  @DisplayName("comes from model administrators only, and is deleted by no one")
  void who() {
    assertThat(TasklistUser.signIn(port, "sg-manager").deploys(BrokenInputs.model("", "")).status())
        .isEqualTo(403);
    String deployment = repository.createDeploymentQuery().list().get(0).getId();
    for (String options : List.of("", "?cascade=true")) {
      assertThat(modeller.send("DELETE", "engine:deployment/" + deployment + options, "").status())
          .isEqualTo(403);
    }
    assertThat(deployments()).isEqualTo(before);
  }

  private void asModeller() {
    identity.setAuthentication("modeller", List.of("model-administrator"), List.of());
  }

  private DeploymentBuilder deployment(Map<String, String> files) {
    DeploymentBuilder deployment = repository.createDeployment().name("by hand");
    files.forEach(deployment::addString);
    return deployment;
  }

  private long deployments() {
    return repository.createDeploymentQuery().count();
  }
}
