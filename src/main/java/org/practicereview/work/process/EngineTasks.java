package org.practicereview.work.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.work.OpenTasks;
import org.practicereview.work.WorkItem;
import org.practicereview.work.process.TaskModels.EngineTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the open tasks from the engine's tables: all of them in two looks, and one under a lock.
 */
@Component
class EngineTasks implements OpenTasks {

  private static final String TASKS =
      """
      select t.*, p.BUSINESS_KEY_ from ACT_RU_TASK t
      join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_""";

  private static final String OFFERS =
      "select TASK_ID_, GROUP_ID_, USER_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate'";

  private final JdbcClient jdbc;
  private final TaskModels models;

  EngineTasks(JdbcClient jdbc, TaskModels models) {
    this.jdbc = jdbc;
    this.models = models;
  }

  private record Offer(String taskId, String group, String person) {}

  @Override
  public List<WorkItem> all() {
    Map<String, List<Offer>> offers =
        jdbc.sql(OFFERS).query(EngineTasks::offer).list().stream()
            .collect(Collectors.groupingBy(Offer::taskId));
    return jdbc.sql(TASKS).query(EngineTasks::task).list().stream()
        .map(task -> item(task, offers.getOrDefault(task.id(), List.of())))
        .toList();
  }

  @Override
  public Optional<WorkItem> alone(String taskId) {
    jdbc.sql("select ID_ from ACT_RU_TASK where ID_ = ? for update")
        .param(taskId)
        .query(String.class)
        .optional();
    return jdbc.sql(TASKS + " where t.ID_ = ?")
        .param(taskId)
        .query(EngineTasks::task)
        .optional()
        .map(
            task ->
                item(
                    task,
                    jdbc.sql(OFFERS + " and TASK_ID_ = ?")
                        .param(taskId)
                        .query(EngineTasks::offer)
                        .list()));
  }

  private WorkItem item(EngineTask task, List<Offer> offers) {
    return models.item(task, named(offers, Offer::group), named(offers, Offer::person));
  }

  private static List<String> named(List<Offer> offers, Function<Offer, String> who) {
    return offers.stream().map(who).filter(Objects::nonNull).toList();
  }

  private static Offer offer(ResultSet row, int number) throws SQLException {
    return new Offer(
        row.getString("TASK_ID_"), row.getString("GROUP_ID_"), row.getString("USER_ID_"));
  }

  private static EngineTask task(ResultSet row, int number) throws SQLException {
    return new EngineTask(
        row.getString("ID_"),
        row.getString("BUSINESS_KEY_"),
        row.getString("TENANT_ID_"),
        row.getString("PROC_DEF_ID_"),
        row.getString("TASK_DEF_KEY_"),
        row.getString("NAME_"),
        row.getString("ASSIGNEE_"),
        instant(row.getTimestamp("DUE_DATE_")),
        row.getInt("PRIORITY_"),
        instant(row.getTimestamp("CREATE_TIME_")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
