package org.practicereview.demonstration.process;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.security.InDemonstration;

/** The people of the demonstration, and how to act in the name of one of them. */
@InDemonstration
class Players {

  private final IdentityService identity;
  private final TaskService tasks;

  Players(IdentityService identity, TaskService tasks) {
    this.identity = identity;
    this.tasks = tasks;
  }

  /** Someone who may do a task; in an agency, one person writes and another one approves. */
  String of(Task task, String form) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .flatMap(
            link ->
                link.getUserId() != null
                    ? Stream.of(link.getUserId())
                    : in(link.getGroupId(), task.getTenantId()).stream())
        .filter(user -> !user.contains("-approver-") || form.startsWith("approve"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No one can do " + task.getName()));
  }

  /** Someone with a role. */
  String with(String role, String partnership) {
    return in(RoleGroups.of(partnership, role), partnership).get(0);
  }

  private List<String> in(String group, String partnership) {
    return identity
        .createUserQuery()
        .memberOfGroup(group)
        .memberOfTenant(partnership)
        .orderByUserId()
        .asc()
        .list()
        .stream()
        .map(User::getId)
        .toList();
  }

  /** Does something in the name of a user, who is forgotten afterwards in any case. */
  <T> T as(String user, String partnership, Supplier<T> work) {
    List<String> groups =
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    identity.setAuthentication(user, groups, List.of(partnership));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
