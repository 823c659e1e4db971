package org.practicereview.security;

import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.practicereview.security.Role.AUDITOR;
import static org.practicereview.security.Role.BUSINESS_MANAGER;
import static org.practicereview.security.Role.HEAD_OF_SAFEGUARDING;
import static org.practicereview.security.Role.MANAGER;
import static org.practicereview.security.Role.MODEL_ADMINISTRATOR;
import static org.practicereview.security.Role.SYSTEM_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each role may do in the engine's web applications; what is not listed is refused. Rights on
 * single tasks are not here: the engine grants them to the group or person a task is offered to. No
 * one may read the history of a whole process, since that shows every case at once.
 *
 * @param role who
 * @param resource on which kind of thing
 * @param id on which one; {@code *} for all
 * @param permissions what they may do
 */
record Right(Role role, Resource resource, String id, List<Permission> permissions) {

  /** The group that {@link OversightWhereItIsHeld} adds to a request. */
  static final String OVERSIGHT = "oversight";

  /** The process a referral starts. */
  static final String JOURNEY = "practice-review";

  private static final String ANY = "*";

  /** All rights of all roles. */
  static List<Right> all() {
    List<Right> rights = new ArrayList<>();
    for (Role role : Role.values()) {
      rights.add(application(role, "welcome"));
      // Models hold no case; their pictures and names stand beside each task.
      rights.add(of(role, Resources.PROCESS_DEFINITION, ANY, definition(role)));
    }
    Stream.of(Role.values())
        .filter(role -> role != SYSTEM_ADMINISTRATOR && role != AUDITOR)
        .forEach(role -> rights.add(application(role, "tasklist")));
    Stream.of(MANAGER, BUSINESS_MANAGER, MODEL_ADMINISTRATOR, SYSTEM_ADMINISTRATOR)
        .forEach(
            role -> {
              rights.add(application(role, "cockpit"));
              rights.add(of(role, Resources.DECISION_DEFINITION, ANY, READ));
              rights.add(of(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ));
            });
    Stream.of(HEAD_OF_SAFEGUARDING, BUSINESS_MANAGER)
        .forEach(
            role -> {
              rights.add(of(role, Resources.PROCESS_DEFINITION, JOURNEY, definitionStart(role)));
              rights.add(of(role, Resources.PROCESS_INSTANCE, ANY, CREATE));
            });
    rights.add(of(MODEL_ADMINISTRATOR, Resources.DEPLOYMENT, ANY, CREATE, READ));
    rights.add(application(SYSTEM_ADMINISTRATOR, "admin"));
    rights.add(of(SYSTEM_ADMINISTRATOR, Resources.DEPLOYMENT, ANY, READ));
    Stream.of(
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP,
            Resources.AUTHORIZATION)
        .forEach(resource -> rights.add(of(SYSTEM_ADMINISTRATOR, resource, ANY, ALL)));
    rights.add(of(SYSTEM_ADMINISTRATOR, Resources.SYSTEM, ANY, SystemPermissions.READ));
    rights.add(
        of(
            SYSTEM_ADMINISTRATOR,
            Resources.OPERATION_LOG_CATEGORY,
            "Admin",
            UserOperationLogCategoryPermissions.READ));
    return rights;
  }

  /** What managers may see of the processes of a partnership; no account holds the group. */
  static List<Permission> ofOversight() {
    return List.of(
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK);
  }

  private static Permission[] definition(Role role) {
    return switch (role) {
      // They keep cases moving without seeing what is in them.
      case MODEL_ADMINISTRATOR, SYSTEM_ADMINISTRATOR ->
          new Permission[] {
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.RETRY_JOB
          };
      default -> new Permission[] {Permissions.READ};
    };
  }

  private static Permission[] definitionStart(Role role) {
    List<Permission> permissions = new ArrayList<>(List.of(definition(role)));
    permissions.add(ProcessDefinitionPermissions.CREATE_INSTANCE);
    return permissions.toArray(Permission[]::new);
  }

  private static Right application(Role role, String name) {
    return of(role, Resources.APPLICATION, name, Permissions.ACCESS);
  }

  private static Right of(Role role, Resource resource, String id, Permission... permissions) {
    return new Right(role, resource, id, List.of(permissions));
  }
}
