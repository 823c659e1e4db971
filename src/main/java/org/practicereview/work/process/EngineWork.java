package org.practicereview.work.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.work.WaitingTask;
import org.practicereview.work.WaitingWork;
import org.springframework.stereotype.Component;

/** Reads accounts and their open tasks from the engine. */
@Component
class EngineWork implements WaitingWork {

  private final TaskService tasks;
  private final IdentityService accounts;
  private final EngineIdentity identity;

  EngineWork(TaskService tasks, IdentityService accounts, EngineIdentity identity) {
    this.tasks = tasks;
    this.accounts = accounts;
    this.identity = identity;
  }

  @Override
  public List<Person> people() {
    return identity.asService(
        () ->
            accounts.createUserQuery().orderByUserId().asc().list().stream()
                .map(
                    user ->
                        new Person(
                            user.getId(),
                            Objects.requireNonNullElse(user.getEmail(), "").strip(),
                            groups(user.getId())))
                .toList());
  }

  private List<String> groups(String userId) {
    return accounts.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .toList();
  }

  @Override
  public List<WaitingTask> of(Person person) {
    return identity.asService(
        () ->
            Stream.concat(
                    read(tasks.createTaskQuery().taskAssignee(person.userId())),
                    // Also what is offered to their groups; the engine knows these.
                    read(tasks.createTaskQuery().taskCandidateUser(person.userId())))
                .distinct()
                .toList());
  }

  @Override
  public List<WaitingTask> offeredTo(String group) {
    return identity.asService(
        () -> read(tasks.createTaskQuery().taskCandidateGroup(group)).toList());
  }

  private static Stream<WaitingTask> read(TaskQuery query) {
    return query.active().list().stream()
        .map(
            (Task task) ->
                new WaitingTask(
                    task.getId(),
                    instant(task.getDueDate()),
                    instant(task.getCreateTime()),
                    task.getPriority(),
                    Objects.requireNonNullElse(task.getTenantId(), "")));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
