package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.PastTheGate;
import org.practicereview.journey.Probes.MarkerBean;
import org.practicereview.journey.RunningService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@RunningService
@DisplayName("The engine")
class EngineSettingsTest {

  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private Environment settings;
  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private MarkerBean marker;
  @Autowired private RepositoryService repository;
  @Autowired private AuthorizationService authorizations;

  @AfterEach
  void tidy() {
    identity.clearAuthentication();
  }

  @Test
  @DisplayName("tries a failed job again in growing steps for more than two days")
  void retries() {
    assertThat(engine.getFailedJobRetryTimeCycle())
        .startsWith("PT5S,PT10S,PT5M,PT15M")
        .endsWith("P1D");
    assertThat(engine.getFailedJobRetryTimeCycle().split(",")).hasSize(9);
  }

  @Test
  @DisplayName("takes over the work of a dead node within a minute or so, and of no living one")
  void deadNode() {
    // No jobs run by themselves in tests, so that the engine has no executor to ask.
    int lock = jobSetting("lock-time-in-millis");
    assertThat(lock + jobSetting("max-wait")).isLessThanOrEqualTo(70_000);
    assertThat(Duration.ofMillis(lock))
        .isGreaterThan(timeOut("lock").plus(timeOut("statement")).plusSeconds(5));
  }

  private Duration timeOut(String what) {
    return settings.getRequiredProperty(
        "practice-review.database." + what + "-time-out", Duration.class);
  }

  private int jobSetting(String name) {
    return settings.getRequiredProperty("camunda.bpm.job-execution." + name, Integer.class);
  }

  @Test
  @DisplayName("accepts kebab-case roles and agencies of a partnership as groups")
  void groupIds() {
    assertThat(identity.createGroupQuery().groupId("essex.head-of-safeguarding").count()).isOne();
    Group agency =
        identity.createGroupQuery().groupId("south-gloucestershire.police").singleResult();
    assertThat(agency.getName()).endsWith(")");
    assertThatThrownBy(() -> identity.saveGroup(identity.newGroup("a group; drop")))
        .isInstanceOf(ProcessEngineException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.commons.collections.functors.InvokerTransformer",
        "com.sun.rowset.JdbcRowSetImpl",
        "org.springframework.context.support.ClassPathXmlApplicationContext",
        "javax.management.BadAttributeValueExpException",
        "java.util.PriorityQueue"
      })
  @DisplayName("reads no Java object back, whatever its class")
  void javaObjects(String className) {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    try {
      assertThatThrownBy(
              () ->
                  tasks.setVariable(
                      task.getId(),
                      "gadget",
                      Variables.serializedObjectValue("rO0ABXNyAA==")
                          .serializationDataFormat("application/x-java-serialized-object")
                          .objectTypeName(className)
                          .create()))
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("serialization format is prohibited");
    } finally {
      tasks.deleteTask(task.getId(), true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "feel", "javascript", "groovy"})
  @DisplayName("runs no script in any language")
  void noScripts(String language) {
    String deployment =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .addModelInstance(
                        "script-probe.bpmn",
                        Bpmn.createExecutableProcess("scriptProbe")
                            .camundaHistoryTimeToLiveString("P1D")
                            .startEvent()
                            .scriptTask("scriptTask_probe")
                            .scriptFormat(language)
                            .scriptText("${marker.touch()}")
                            .endEvent()
                            .done()))
            .getId();
    identity.setAuthentication(null, null, List.of("essex"));
    int before = marker.touched();
    try {
      assertThatThrownBy(() -> runtime.startProcessInstanceByKey("scriptProbe"))
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("scripting engine for '" + language);
      assertThat(marker.touched()).isEqualTo(before);
    } finally {
      identity.clearAuthentication();
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  @DisplayName("refuses a model that draws in outside files")
  void outsideEntities() {
    String model =
        """
        <?xml version="1.0"?>
        <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <process id="xxe" name="&x;" isExecutable="true"/>
        </definitions>
        """;

    assertThatThrownBy(
            () ->
                PastTheGate.deploy(
                    repository, repository.createDeployment().addString("xxe.bpmn", model)))
        .hasStackTraceContaining("DOCTYPE");
  }

  @Test
  @DisplayName("stores passwords slowly hashed, long ones to the last letter")
  void passwords() {
    PasswordEncryptor passwords = new BcryptPasswords(4);
    String common = "x".repeat(100);

    String stored = passwords.encrypt(common + "a");

    assertThat(stored).startsWith("$2a$");
    assertThat(passwords.check(common + "a", stored)).isTrue();
    assertThat(passwords.check(common + "b", stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "elevenchars", "my-name-is-weakling"})
  @DisplayName("refuses weak passwords")
  void weakPasswords(String password) {
    User user = identity.newUser("weakling");
    user.setFirstName("Some");
    user.setLastName("Body");
    user.setPassword(password);

    assertThatThrownBy(() -> identity.saveUser(user)).isInstanceOf(ProcessEngineException.class);
    assertThat(identity.createUserQuery().userId("weakling").count()).isZero();
  }

  @Test
  @DisplayName("gives no one rights on everything but the people's administrator on people")
  void noRightOnEverything() {
    List<Integer> aboutPeople =
        List.of(
            Resources.USER.resourceType(),
            Resources.GROUP.resourceType(),
            Resources.GROUP_MEMBERSHIP.resourceType(),
            Resources.TENANT.resourceType(),
            Resources.TENANT_MEMBERSHIP.resourceType(),
            Resources.AUTHORIZATION.resourceType());

    assertThat(
            authorizations.createAuthorizationQuery().list().stream()
                .filter(right -> "*".equals(right.getResourceId()))
                .filter(right -> right.isPermissionGranted(Permissions.ALL))
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .filter(right -> !aboutPeople.contains(right.getResourceType())))
        .isEmpty();
  }
}
