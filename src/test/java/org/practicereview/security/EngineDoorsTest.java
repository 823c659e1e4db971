package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.PastTheGate;
import org.practicereview.journey.Probes.MarkerBean;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.practicereview.journey.TasklistUser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@DisplayName("The engine's web interface")
class EngineDoorsTest {

  private static final String PROBE = "${marker.touch()}";

  @LocalServerPort private int port;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private IdentityService identity;
  @Autowired private AuthorizationService authorizations;
  @Autowired private MarkerBean marker;

  private String instance;
  private String task;
  private int before;

  @BeforeEach
  void processWithOneTask() {
    before = marker.touched();
    PastTheGate.deploy(
        repository,
        repository
            .createDeployment()
            .name("door-probe")
            .addModelInstance(
                "door-probe.bpmn",
                Bpmn.createExecutableProcess("doorProbe")
                    .name("Door probe")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .userTask("userTask_probe")
                    .name("Probe the door")
                    .camundaCandidateGroups("business-manager,safeguarding-partner-police")
                    .endEvent()
                    .done()));
    instance = start("south-gloucestershire");
    task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  @AfterEach
  void tidy() {
    repository
        .createDeploymentQuery()
        .deploymentName("door-probe")
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/process-definition",
        "/engine-rest/user",
        "/engine-rest/engine",
        "/rest/task",
        "/h2-console",
        "/v3/api-docs",
        "/actuator/env",
        "/actuator/prometheus",
        "/actuator/beans",
        "/actuator/heapdump"
      })
  @DisplayName("has no other entrance than the web applications")
  void noOtherEntrance(String path) {
    assertThat(TasklistUser.visitor(port).get(path).status()).isIn(302, 401, 404);
    assertThat(user("admin").get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine:task?maxResults=1",
        "engine:process-instance?maxResults=1",
        "engine:user?maxResults=1",
        "engine:filter?maxResults=1",
        "engine:history/variable-instance?maxResults=1",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?maxResults=1"
      })
  @DisplayName("tells nothing to someone who is not signed in")
  void nothingToVisitors(String path) {
    assertThat(TasklistUser.visitor(port).get(path).status()).isIn(401, 403);
  }

  @Test
  @DisplayName("refuses expressions at any depth, without evaluating them")
  void expressions() {
    TasklistUser user = user("sg-manager");
    String list = filters.createFilterQuery().filterName("All my work").singleResult().getId();
    Map<String, Object> or = Map.of("orQueries", List.of(Map.of("assigneeExpression", PROBE)));
    Map<String, Object> plain = Map.of("assigneeExpression", PROBE);

    for (String path :
        List.of(
            "engine:task?maxResults=5",
            "engine:task/count",
            "engine:filter/" + list + "/list?maxResults=5",
            "engine:filter/" + list + "/count",
            "engine:filter/create")) {
      assertThat(user.post(path, or).status()).as(path).isEqualTo(400);
      assertThat(user.post(path, plain).status()).as(path).isEqualTo(400);
    }
    assertThat(
            user.post(
                    "engine:task?maxResults=5",
                    "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + PROBE + "\"}]}")
                .status())
        .isEqualTo(400);
    assertThat(user.get("engine:task?maxResults=5&assigneeExpression=%24%7Bnow()%7D").status())
        .isEqualTo(400);
    assertThat(marker.touched()).isEqualTo(before);
  }

  @Test
  @DisplayName("answers ordinary questions, so that the refusals above mean something")
  void ordinaryQuestions() {
    TasklistUser user = user("sg-manager");

    Answer found =
        user.post(
            "engine:task?maxResults=5",
            Map.of("orQueries", List.of(Map.of("name", "Probe the door", "assignee", "nobody"))));

    assertThat(found.expect(200).body()).hasSize(1);
    for (JsonNode list : user.get("engine:filter?resourceType=Task&maxResults=20").body()) {
      user.post("engine:filter/" + list.path("id").asText() + "/list?maxResults=5", Map.of())
          .expect(200);
    }
  }

  @Test
  @DisplayName("shows no one more than 2,000 rows at once")
  void limitedLists() {
    assertThat(user("sg-manager").get("engine:task?maxResults=1000000").status()).isEqualTo(400);
    user("sg-manager").get("engine:task?maxResults=2000").expect(200);
    // Who names no length gets the first 2,000, not an error: some pages of Cockpit do so.
    user("sg-manager").get("engine:task").expect(200);
    user("sg-manager").get("engine:process-definition?sortBy=version&sortOrder=desc").expect(200);
  }

  @Test
  @DisplayName("makes no one an administrator through the first-run set-up")
  void firstRunSetup() {
    long users = identity.createUserQuery().count();
    TasklistUser visitor = TasklistUser.visitor(port);
    Map<String, Object> newcomer =
        Map.of(
            "profile",
            Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer"),
            "credentials",
            Map.of("password", "a-long-enough-password"));
    identity.deleteMembership("admin", "camunda-admin");
    try {
      for (String path :
          List.of(
              "/camunda/api/admin/setup/default/user/create",
              "/camunda/api/admin/setup/default/user/create/",
              "/camunda/api/admin/setup;a=b/default/user/create",
              "/camunda/api//admin/setup/default/user/create",
              "/camunda/api/admin/%73etup/default/user/create",
              "/camunda/api/admin/x/../setup/default/user/create")) {
        assertThat(visitor.post(path, newcomer).status()).as(path).isIn(400, 401, 403, 404);
      }
      assertThat(identity.createUserQuery().count()).isEqualTo(users);
    } finally {
      identity.createMembership("admin", "camunda-admin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "demo,demo",
    "admin,admin",
    "john,john",
    "mary,mary",
    "peter,peter",
    "st-learning,st-learning",
    "camunda,camunda"
  })
  @DisplayName("knows none of the users that the engine's examples come with")
  void wellKnownUsers(String name, String password) {
    Answer answer = TasklistUser.visitor(port).trySignIn(name, password, "tasklist");

    assertThat(answer.status()).isEqualTo(401);
    identity.unlockUser(name);
  }

  @Test
  @DisplayName("lets people into the applications of their role only")
  void applications() {
    TasklistUser visitor = TasklistUser.visitor(port);

    assertThat(visitor.trySignIn("sg-head", "practice-review", "cockpit").status()).isEqualTo(403);
    assertThat(visitor.trySignIn("sg-head", "practice-review", "admin").status()).isEqualTo(403);
    assertThat(visitor.trySignIn("admin", "practice-review", "tasklist").status()).isEqualTo(403);
    visitor.trySignIn("sg-oversight", "practice-review", "cockpit").expect(200);
    TasklistUser.visitor(port).trySignIn("admin", "practice-review", "admin").expect(200);
  }

  @Test
  @DisplayName("shows the data of Cockpit only to those who may use Cockpit")
  void cockpitData() {
    String path =
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?maxResults=5";

    assertThat(user("sg-head").get(path).status()).isEqualTo(403);
    user("sg-oversight").get(path).expect(200);
  }

  static Stream<Arguments> waysPastTheForm() {
    Map<String, Object> variables =
        Map.of("variables", Map.of("childName", Map.of("value", "Canary", "type", "String")));
    Map<String, Object> value = Map.of("value", "Canary", "type", "String");
    return Stream.of(
        Arguments.of("POST", "engine:task/{task}/complete", variables),
        Arguments.of("POST", "engine:task/{task}/complete/", variables),
        Arguments.of("POST", "engine:task/{task}/resolve", variables),
        Arguments.of("POST", "engine:task/{task}/bpmnError", variables),
        Arguments.of("POST", "engine:task/{task}/bpmnEscalation", variables),
        Arguments.of("PUT", "engine:task/{task}/variables/childName", value),
        Arguments.of("PUT", "engine:task/{task}/localVariables/childName", value),
        Arguments.of("POST", "engine:task/{task}/variables", variables),
        Arguments.of("DELETE", "engine:task/{task}/variables/childName", ""),
        Arguments.of("POST", "engine:task/{task}/comment/create", Map.of("message", "Canary")),
        Arguments.of("PUT", "engine:task/{task}", Map.of("name", "Canary")),
        Arguments.of("POST", "engine:task/create", Map.of("name", "Canary")),
        Arguments.of("PUT", "engine:process-instance/{instance}/variables/childName", value),
        Arguments.of("POST", "engine:process-instance/variables-async", variables),
        Arguments.of("POST", "engine:process-instance/{instance}/modification", Map.of()),
        Arguments.of("PUT", "engine:execution/{instance}/localVariables/childName", value),
        Arguments.of("POST", "engine:execution/{instance}/signal", variables),
        Arguments.of("POST", "engine:process-definition/key/doorProbe/start", variables),
        Arguments.of("POST", "engine:process-definition/doorProbe:1:1/start", variables),
        Arguments.of("POST", "engine:message", Map.of("messageName", "referral.reopened")),
        Arguments.of("POST", "engine:signal", Map.of("name", "x")),
        Arguments.of("POST", "engine:condition", variables),
        Arguments.of("POST", "engine:external-task/fetchAndLock", Map.of("workerId", "x")),
        Arguments.of("POST", "engine:decision-definition/key/x/evaluate", variables),
        Arguments.of("POST", "engine:history/cleanup", Map.of()),
        Arguments.of("DELETE", "engine:history/process-instance/{instance}", ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("waysPastTheForm")
  @DisplayName("writes nothing into the engine past the forms")
  void pastTheForm(String method, String path, Object body) {
    String address = path.replace("{task}", task).replace("{instance}", instance);

    for (String name : List.of("sg-manager", "modeller", "admin")) {
      Answer answer = user(name).send(method, address, body);

      assertThat(answer.status()).as(name).isEqualTo(403);
      assertThat(answer.text()).contains("through its form");
    }
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getName())
        .isEqualTo("Probe the door");
    assertThat(runtime.getVariables(instance)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine:task/{task}/%63omplete",
        "engine:task/{task}/complet%65",
        "engine:%74ask/{task}/complete",
        "/camunda/%61pi/engine/engine/default/task/{task}/complete",
        "/%63amunda/api/engine/engine/default/task/{task}/complete",
        "engine:task/{task}/complete%3B"
      })
  @DisplayName("knows a closed door by every spelling of its address")
  void spellings(String path) {
    Answer answer = user("sg-manager").post(path.replace("{task}", task), Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }

  @Test
  @DisplayName("lets those a task is offered to take it, not change it or give it to others")
  void taskWork() {
    TasklistUser user = user("sg-manager");

    user.claim(task).expect(204);

    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("sg-manager");
    assertThat(
            user.post("engine:task/" + task + "/assignee", Map.of("userId", "st-manager")).status())
        .isEqualTo(403);
    assertThat(
            user.post(
                    "engine:task/" + task + "/identity-links",
                    Map.of("groupId", "executive", "type", "candidate"))
                .status())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("lets someone give back the task they took, and no one else")
  void giveBack() {
    user("sg-manager").claim(task).expect(204);

    assertThat(user("sg-head").post("engine:task/" + task + "/unclaim", Map.of()).status())
        .isNotEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("sg-manager");
    user("sg-manager").post("engine:task/" + task + "/unclaim", Map.of()).expect(204);
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  @Test
  @DisplayName("keeps partnerships apart, and roles within one")
  void partnershipsApart() {
    String essex = start("essex");
    String essexTask = tasks.createTaskQuery().processInstanceId(essex).singleResult().getId();

    assertThat(taskIds(user("sg-manager"))).contains(task).doesNotContain(essexTask);
    assertThat(taskIds(user("es-manager"))).contains(essexTask).doesNotContain(task);
    assertThat(taskIds(user("sg-head"))).doesNotContain(task, essexTask);
    assertThat(user("es-manager").get("engine:task/" + task).status()).isIn(403, 404);
    assertThat(user("es-manager").claim(task).status()).isNotEqualTo(204);
    assertThat(user("sg-head").claim(task).status()).isNotEqualTo(204);
  }

  @Test
  @DisplayName("shows no history of other cases, and no variables with a task")
  void historyAndVariables() {
    runtime.setVariable(instance, "outcome", "canary");
    TasklistUser user = user("sg-head");
    for (String path :
        List.of(
            "engine:history/process-instance?maxResults=50",
            "engine:history/task?maxResults=50",
            "engine:history/variable-instance?maxResults=50",
            "engine:history/detail?maxResults=50",
            "engine:history/activity-instance?maxResults=50",
            "engine:variable-instance?maxResults=50")) {
      assertThat(user.get(path).text()).as(path).doesNotContain("canary", instance);
    }
    assertThat(user.get("engine:user?maxResults=50").text()).doesNotContain("sg-manager");
    assertThat(user("sg-police").get("engine:task/" + task + "/variables").text())
        .doesNotContain("canary");
    assertThat(
            authorizations.createAuthorizationQuery().list().stream()
                .filter(
                    right -> right.getResourceType() == Resources.PROCESS_DEFINITION.resourceType())
                .filter(
                    right -> right.isPermissionGranted(ProcessDefinitionPermissions.READ_HISTORY)))
        .isEmpty();
  }

  @Test
  @DisplayName("lets only model administrators deploy, and only some start a case")
  void deployAndStart() {
    for (String name : List.of("sg-head", "sg-manager", "sg-oversight", "admin")) {
      Answer answer = user(name).post("engine:deployment/create", Map.of());
      assertThat(answer.status()).as(name).isIn(403, 415);
    }
    assertThat(user("sg-police").startReferral(Map.of()).status()).isNotIn(200, 204);
  }

  private String start(String tenant) {
    identity.setAuthentication(null, null, List.of(tenant));
    try {
      return runtime.startProcessInstanceByKey("doorProbe").getProcessInstanceId();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static List<String> taskIds(TasklistUser user) {
    return user.get("engine:task?maxResults=500&processDefinitionKey=doorProbe")
        .expect(200)
        .body()
        .findValuesAsText("id");
  }

  /** System administrators have no Tasklist; they come in through Administration. */
  private TasklistUser user(String name) {
    if (!name.equals("admin")) {
      return TasklistUser.signIn(port, name);
    }
    TasklistUser administrator = TasklistUser.visitor(port);
    administrator.trySignIn(name, "practice-review", "admin").expect(200);
    return administrator;
  }
}
