package org.practicereview.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.RoleGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an installation over from the time when a role was one group for all partnerships: its
 * members, rights and open tasks go to the group of the role in each partnership, and the old group
 * goes. May stop halfway and begin again.
 */
class RolesOfOld {

  private static final Logger LOG = LoggerFactory.getLogger(RolesOfOld.class);
  private static final Set<Role> OF_AGENCIES =
      Set.of(Role.RAPID_REVIEW_AUTHOR, Role.REVIEW_TEAM_MEMBER);
  private static final Set<Integer> OF_TASKS =
      Set.of(Resources.TASK.resourceType(), Resources.HISTORIC_TASK.resourceType());

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final TaskService tasks;
  private final Provisioning provisioning;
  private final List<Partnership> partnerships;

  RolesOfOld(ProcessEngine engine, Provisioning provisioning, List<Partnership> partnerships) {
    this.identity = engine.getIdentityService();
    this.authorizations = engine.getAuthorizationService();
    this.tasks = engine.getTaskService();
    this.provisioning = provisioning;
    this.partnerships = partnerships;
  }

  /** Does nothing where no role of old is left. */
  void takeOver() {
    Set<String> several = new TreeSet<>();
    Stream.of(Role.values())
        .filter(role -> !role.isEverywhere())
        .filter(role -> identity.createGroupQuery().groupId(role.id()).count() == 1)
        .forEach(
            role -> {
              takeOverMembers(role, several);
              takeOverRights(role);
              takeOverTasks(role);
              identity.deleteGroup(role.id());
              LOG.info("Role {} is given in each partnership from now on", role.id());
            });
    if (!several.isEmpty()) {
      // No names in the log: Admin shows who they are.
      LOG.warn(
          "{} accounts work for several partnerships: see in Admin that each has its roles only"
              + " where it should",
          several.size());
    }
  }

  private void takeOverMembers(Role role, Set<String> several) {
    for (User user : identity.createUserQuery().memberOfGroup(role.id()).list()) {
      Set<String> tenants =
          identity
              .createTenantQuery()
              .userMember(user.getId())
              .includingGroupsOfUser(true)
              .list()
              .stream()
              .map(Tenant::getId)
              .collect(Collectors.toSet());
      if (tenants.size() > 1) {
        several.add(user.getId());
      }
      partnerships.stream()
          .filter(partnership -> tenants.contains(partnership.id()))
          .filter(partnership -> counts(role, user.getId(), partnership, tenants))
          .map(partnership -> RoleGroups.of(partnership.id(), role.id()))
          .filter(group -> !isMember(user.getId(), group))
          .forEach(group -> identity.createMembership(user.getId(), group));
    }
  }

  /**
   * Whoever works for an agency in one of several partnerships has the role of an agency there, and
   * every other role in the other ones; where that tells nothing, the role stays as wide as it was.
   */
  private boolean counts(Role role, String user, Partnership partnership, Set<String> tenants) {
    List<String> withAgency =
        partnerships.stream()
            .filter(one -> tenants.contains(one.id()))
            .filter(one -> worksForAgency(user, one))
            .map(Partnership::id)
            .toList();
    if (withAgency.isEmpty() || withAgency.size() == tenants.size()) {
      return true;
    }
    return OF_AGENCIES.contains(role) == withAgency.contains(partnership.id());
  }

  private boolean worksForAgency(String user, Partnership partnership) {
    return partnership.agencies().stream()
        .map(Agency::code)
        .map(partnership::agencyGroup)
        .anyMatch(group -> isMember(user, group));
  }

  private boolean isMember(String user, String group) {
    return identity.createUserQuery().userId(user).memberOfGroup(group).count() == 1;
  }

  /**
   * What an administrator gave a role stays, but for rights on processes: the old ones let managers
   * see the processes of every partnership of theirs.
   */
  private void takeOverRights(Role role) {
    for (Authorization right :
        authorizations.createAuthorizationQuery().groupIdIn(role.id()).list()) {
      boolean kept =
          !OF_TASKS.contains(right.getResourceType())
              && right.getResourceType() != Resources.PROCESS_DEFINITION.resourceType();
      if (kept) {
        partnerships.forEach(
            partnership -> provisioning.copy(right, RoleGroups.of(partnership.id(), role.id())));
      }
      authorizations.deleteAuthorization(right.getId());
    }
  }

  private void takeOverTasks(Role role) {
    for (Task task :
        tasks.createTaskQuery().taskCandidateGroup(role.id()).includeAssignedTasks().list()) {
      tasks.addCandidateGroup(task.getId(), RoleGroups.of(task.getTenantId(), role.id()));
      tasks.deleteCandidateGroup(task.getId(), role.id());
    }
  }
}
