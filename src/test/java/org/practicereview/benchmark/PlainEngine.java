package org.practicereview.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/**
 * Camunda 7.24 as it comes, with rights switched on, in a database of its own on the same server,
 * and a process with as many user tasks and as many steps in the background as the measured stretch
 * of a case. Asked through its Java interface, without HTTP, without pages.
 */
final class PlainEngine implements AutoCloseable {

  private static final String PROCESS = "plain";
  private static final int VARIABLES = 11;

  final CountedStatements database;
  final ProcessEngine engine;

  private final HikariDataSource pool = new HikariDataSource();
  private final int userTasks;

  PlainEngine(String url, int userTasks, int jobs) {
    this.userTasks = userTasks;
    pool.setJdbcUrl(url);
    pool.setUsername("postgres");
    database = new CountedStatements(pool);
    ProcessEngineConfiguration settings =
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
    settings.setProcessEngineName("plain");
    settings.setDataSource(database);
    settings.setDatabaseSchemaUpdate("true");
    settings.setAuthorizationEnabled(true);
    settings.setJobExecutorActivate(false);
    engine = settings.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("plain.bpmn", model(userTasks, jobs).done())
        .deploy();
    grantAll();
  }

  private static AbstractFlowNodeBuilder<?, ?> model(int userTasks, int jobs) {
    AbstractFlowNodeBuilder<?, ?> model =
        Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(3650).startEvent();
    for (int task = 0; task < userTasks; task++) {
      var next = model.userTask("task" + task).camundaCandidateGroups("${partnership}.manager");
      next.boundaryEvent("timer" + task)
          .cancelActivity(false)
          .timerWithDuration("P14D")
          .serviceTask("reminder" + task)
          .camundaExpression("${true}")
          .endEvent();
      model = next;
      for (int job = jobs * task / userTasks; job < jobs * (task + 1) / userTasks; job++) {
        model = model.serviceTask("job" + job).camundaAsyncBefore().camundaExpression("${true}");
      }
    }
    return model.endEvent();
  }

  /** Whoever sees all cases; the others see the tasks that are offered to their groups. */
  private void grantAll() {
    Authorization right =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId("managers");
    right.setResource(Resources.PROCESS_DEFINITION);
    right.setResourceId("*");
    right.addPermission(Permissions.ALL);
    engine.getAuthorizationService().saveAuthorization(right);
  }

  /** Begins a case and completes some of its tasks. */
  void play(String reference, int tasks) {
    Map<String, Object> variables = new HashMap<>(Map.of("partnership", "home"));
    IntStream.range(1, VARIABLES).forEach(i -> variables.put("variable" + i, "value " + i));
    engine.getRuntimeService().startProcessInstanceByKey(PROCESS, reference, variables);
    for (int task = 0; task < tasks; task++) {
      work(reference, Runnable::run);
    }
  }

  /** Takes the one open task of a case, reads what its form shows, completes it; then its jobs. */
  void work(String reference, Consumer<Runnable> meter) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(reference)
            .singleResult();
    meter.accept(
        () -> {
          engine.getTaskService().claim(task.getId(), "demo");
          engine.getFormService().getTaskFormVariables(task.getId());
          engine.getTaskService().complete(task.getId(), Map.of("answer", "yes", "other", "no"));
        });
    String instance = task.getProcessInstanceId();
    for (Job job = next(instance); job != null; job = next(instance)) {
      String id = job.getId();
      meter.accept(() -> engine.getManagementService().executeJob(id));
    }
  }

  private Job next(String instance) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .messages()
        .list()
        .stream()
        .findFirst()
        .orElse(null);
  }

  int userTasks() {
    return userTasks;
  }

  /** Someone of these groups asks. */
  void as(String group, Runnable question) {
    engine.getIdentityService().setAuthentication("demo", List.of(group));
    try {
      question.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** A page of a list of tasks, its total, and the variables of what is on the page. */
  void page(TaskQuery query) {
    query.count();
    List<Task> page = query.orderByDueDate().asc().listPage(0, 15);
    if (!page.isEmpty()) {
      engine
          .getRuntimeService()
          .createVariableInstanceQuery()
          .processInstanceIdIn(
              page.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
          .list();
    }
  }

  TaskQuery tasks(String partnership) {
    return engine.getTaskService().createTaskQuery().taskCandidateGroup(partnership + ".manager");
  }

  String definition() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS)
        .singleResult()
        .getId();
  }

  /** The first of all cases. */
  String first() {
    return engine.getRuntimeService().createProcessInstanceQuery().listPage(0, 1).get(0).getId();
  }

  /** An open task of a partnership. */
  String task(String partnership) {
    return tasks(partnership).listPage(0, 1).get(0).getId();
  }

  /** What has happened in a case. */
  void history(String instance) {
    engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .list();
    engine.getHistoryService().createHistoricTaskInstanceQuery().processInstanceId(instance).list();
    engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .list();
  }

  /** Ids of timers that wait. */
  List<String> timers(int many) {
    return engine.getManagementService().createJobQuery().timers().listPage(0, many).stream()
        .map(Job::getId)
        .toList();
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
