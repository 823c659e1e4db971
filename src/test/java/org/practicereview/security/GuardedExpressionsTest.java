package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.journey.PastTheGate;
import org.practicereview.journey.Probes.HiddenBean;
import org.practicereview.journey.Probes.MarkerBean;
import org.practicereview.journey.RunningService;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
@DisplayName("Expressions")
class GuardedExpressionsTest {

  private static final String PROBE = "${marker.touch()}";

  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private IdentityService identity;
  @Autowired private MarkerBean marker;
  @Autowired private HiddenBean hidden;

  private int before;

  @BeforeEach
  void count() {
    before = marker.touched();
  }

  @AfterEach
  void tidy() {
    identity.clearAuthentication();
    filters.createFilterQuery().filterNameLike("probe%").list().stream()
        .map(Filter::getId)
        .forEach(filters::deleteFilter);
    repository
        .createDeploymentQuery()
        .deploymentName("expression-probe")
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @Test
  @DisplayName("in a model run: this test would see an expression that is evaluated")
  void inModel() {
    run(PROBE, Map.of());

    assertThat(marker.touched()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("at the top of a task query are refused")
  void inQuery() {
    assertRefused(() -> tasks.createTaskQuery().taskAssigneeExpression(PROBE).list());
  }

  @Test
  @DisplayName("in an \"or\" part of a task query are refused")
  void inOrPart() {
    assertRefused(
        () ->
            tasks
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(PROBE)
                .taskName("x")
                .endOr()
                .list());
    assertRefused(
        () ->
            tasks.createTaskQuery().or().dueBeforeExpression(PROBE).taskName("x").endOr().count());
  }

  @Test
  @DisplayName("with which a caller extends a stored list are refused")
  void extendingFilter() {
    String list = filters.createFilterQuery().filterName("My tasks").singleResult().getId();
    TaskQuery extension =
        tasks.createTaskQuery().or().taskAssigneeExpression(PROBE).taskName("x").endOr();

    assertRefused(() -> filters.list(list, extension));
    assertRefused(() -> filters.count(list, extension));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${marker.touch()}",
        "#{marker.touch()}",
        "${currentUser()}${marker.touch()}",
        "${ now() }",
        "${dateTime().plusDays(3).getClass()}"
      })
  @DisplayName("in a stored list are refused unless they are exactly ours")
  void storedFilter(String expression) {
    Filter filter = filters.newTaskFilter("probe " + expression.hashCode());
    filter.setQuery(tasks.createTaskQuery().taskAssigneeExpression(expression));
    filters.saveFilter(filter);

    assertRefused(() -> filters.list(filter.getId()));
  }

  @Test
  @DisplayName("of our own lists work")
  void ownLists() {
    identity.setAuthentication(
        "sg-manager",
        List.of("south-gloucestershire.business-manager"),
        List.of("south-gloucestershire"));

    assertThat(filters.createTaskFilterQuery().listPage(0, 20))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(filter -> assertThat(filters.count(filter.getId())).isNotNegative());
  }

  @Test
  @DisplayName("have nothing to do with ordinary \"or\" queries, which work")
  void ordinaryOr() {
    assertThat(tasks.createTaskQuery().or().taskName("x").taskAssignee("nobody").endOr().list())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"\".getClass()}",
        "${\"\".class}",
        "${title.getClass().forName(\"java.lang.Runtime\")}",
        "${dataSource}",
        "${environment}",
        "${processEngine}",
        "${runtimeService}",
        "${hidden.touch()}",
        "${marker.getClass()}",
        "${marker.class}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngineServices.repositoryService}",
        "${execution.getProcessEngine().getIdentityService()}",
        "${execution.getClass()}",
        "${execution.getProcessDefinition()}",
        "${execution.bpmnModelInstance.document}",
        "${execution.remove()}",
        "${execution.getEngineServices()}"
      })
  @DisplayName("in a model do not reach classes, services or beans that are not meant for models")
  void outOfReach(String expression) {
    assertThatThrownBy(() -> run(expression, Map.of("title", "a-title")))
        .isInstanceOf(ProcessEngineException.class);
    assertThat(hidden.touched()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${title.toUpperCase()}",
        "${title == 'a-title'}",
        "${empty missing}",
        "${execution.processInstanceId != null}",
        "${execution.getVariable('title')}",
        "${execution.businessKey}",
        "${people.size()}",
        "${people[0]}",
        "${number + 1}",
        "${day.getTime()}"
      })
  @DisplayName("in a model reach plain values and the execution")
  void withinReach(String expression) {
    run(
        expression,
        Map.of(
            "title",
            "a-title",
            "missing",
            "",
            "number",
            3,
            "day",
            new Date(),
            "people",
            new ArrayList<>(List.of("a", "b"))));
  }

  @Test
  @DisplayName("typed as a value are never evaluated, and do not even become a variable")
  void typedAsValue() {
    assertRefused(() -> run("${title}", Map.of("title", PROBE)));
  }

  private void assertRefused(ThrowingCallable query) {
    assertThatThrownBy(query).isInstanceOf(ProcessEngineException.class);
    assertThat(marker.touched()).isEqualTo(before);
  }

  /** Runs a process whose one service task evaluates the expression, and gives its result. */
  private Object run(String expression, Map<String, Object> variables) {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("expressionProbe")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .serviceTask("serviceTask_probe")
            .camundaExpression(expression)
            .camundaResultVariable("result")
            .userTask("userTask_after")
            .endEvent()
            .done();
    String deployment =
        PastTheGate.deploy(
                repository,
                repository
                    .createDeployment()
                    .name("expression-probe")
                    .addModelInstance("expression-probe.bpmn", model))
            .getId();
    Map<String, Object> transientValues = new HashMap<>();
    variables.forEach(
        (name, value) -> transientValues.put(name, Variables.untypedValue(value, true)));
    identity.setAuthentication(null, null, List.of("south-gloucestershire"));
    try {
      String instance =
          runtime
              .createProcessInstanceQuery()
              .deploymentId(deployment)
              .processInstanceId(
                  runtime
                      .startProcessInstanceByKey("expressionProbe", transientValues)
                      .getProcessInstanceId())
              .singleResult()
              .getId();
      return runtime.getVariable(instance, "result");
    } finally {
      identity.clearAuthentication();
    }
  }
}
