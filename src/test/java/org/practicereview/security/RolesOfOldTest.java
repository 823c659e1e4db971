package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.RunningService;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
@DisplayName("An installation whose roles were one group for all partnerships")
class RolesOfOldTest {

  private static final String ROLE = "executive";
  private static final List<String> ACCOUNTS = List.of("old-one", "old-two", "old-both");

  @Autowired private ProcessEngine engine;
  @Autowired private Partnerships partnerships;

  private Task task;

  @BeforeEach
  void asItWas() {
    engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(ROLE));
    account("old-one", List.of(ROLE), List.of("essex"));
    account("old-two", List.of(ROLE, "staffordshire.police"), List.of("essex", "staffordshire"));
    account("old-both", List.of(ROLE), List.of("essex", "staffordshire"));
    Authorization own =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    own.setGroupId(ROLE);
    own.setResource(Resources.DASHBOARD);
    own.setResourceId("own");
    own.addPermission(Permissions.READ);
    engine.getAuthorizationService().saveAuthorization(own);
    task = engine.getTaskService().newTask();
    task.setTenantId("essex");
    engine.getTaskService().saveTask(task);
    engine.getTaskService().addCandidateGroup(task.getId(), ROLE);
  }

  @AfterEach
  void tidy() {
    engine.getTaskService().deleteTask(task.getId(), true);
    ACCOUNTS.forEach(engine.getIdentityService()::deleteUser);
    engine.getIdentityService().deleteGroup(ROLE);
    engine
        .getAuthorizationService()
        .createAuthorizationQuery()
        .resourceType(Resources.DASHBOARD)
        .list()
        .forEach(right -> engine.getAuthorizationService().deleteAuthorization(right.getId()));
  }

  @Test
  @DisplayName("takes from managers what this release does not give them any more")
  void oversight() {
    Provisioning provisioning =
        new Provisioning(engine.getIdentityService(), engine.getAuthorizationService());
    provisioning.grant(
        ROLE,
        Resources.PROCESS_DEFINITION,
        "of-old",
        List.of(Permissions.READ, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE));
    provisioning.set(ROLE, Resources.PROCESS_DEFINITION, "of-old", Right.ofOversight());
    Authorization kept =
        engine
            .getAuthorizationService()
            .createAuthorizationQuery()
            .groupIdIn(ROLE)
            .resourceType(Resources.PROCESS_DEFINITION)
            .singleResult();
    engine.getAuthorizationService().deleteAuthorization(kept.getId());

    assertThat(kept.isPermissionGranted(ProcessDefinitionPermissions.READ_INSTANCE)).isTrue();
    assertThat(kept.isPermissionGranted(ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE))
        .isFalse();
  }

  @Test
  @DisplayName("goes on: accounts, rights and open tasks go over to each partnership")
  void goesOn() {
    RolesOfOld old =
        new RolesOfOld(
            engine,
            new Provisioning(engine.getIdentityService(), engine.getAuthorizationService()),
            partnerships.all());
    old.takeOver();
    old.takeOver();

    assertThat(groups("old-one")).containsExactly("essex.executive");
    assertThat(groups("old-two")).containsExactly("essex.executive", "staffordshire.police");
    assertThat(groups("old-both")).containsExactly("essex.executive", "staffordshire.executive");
    assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactly("essex.executive");
    assertThat(rights(ROLE)).isZero();
    assertThat(
            engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn("staffordshire.executive")
                .resourceType(Resources.DASHBOARD)
                .resourceId("own")
                .hasPermission(Permissions.READ)
                .count())
        .isEqualTo(1);
    assertThat(engine.getIdentityService().createGroupQuery().groupId(ROLE).count()).isZero();
  }

  private long rights(String group) {
    return engine.getAuthorizationService().createAuthorizationQuery().groupIdIn(group).count();
  }

  private List<String> groups(String user) {
    return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .sorted()
        .toList();
  }

  private void account(String id, List<String> groups, List<String> tenants) {
    engine.getIdentityService().saveUser(engine.getIdentityService().newUser(id));
    groups.forEach(group -> engine.getIdentityService().createMembership(id, group));
    tenants.forEach(tenant -> engine.getIdentityService().createTenantUserMembership(tenant, id));
  }
}
