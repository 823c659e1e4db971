package org.practicereview.security;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Brings people and rights into the engine's tables, each step only where it is missing, so that it
 * may run at every start and never undoes what an administrator changed.
 */
class Provisioning {

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  Provisioning(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  void group(String id, String name, String type) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(type);
      identity.saveGroup(group);
    }
  }

  void tenant(String id, String name) {
    if (identity.createTenantQuery().tenantId(id).count() == 0) {
      Tenant tenant = identity.newTenant(id);
      tenant.setName(name);
      identity.saveTenant(tenant);
    }
  }

  /** Gives a group permissions on something, unless it already has rights of its own on it. */
  void grant(String group, Resource resource, String id, List<Permission> permissions) {
    if (authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .count()
        == 0) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(id);
      grant.setPermissions(permissions.toArray(Permission[]::new));
      authorizations.saveAuthorization(grant);
    }
  }

  /** Gives a group of no account just these permissions, whatever an earlier release gave it. */
  void set(String group, Resource resource, String id, List<Permission> permissions) {
    grant(group, resource, id, permissions);
    Authorization grant =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .singleResult();
    int before = ((AuthorizationEntity) grant).getPermissions();
    grant.setPermissions(permissions.toArray(Permission[]::new));
    if (((AuthorizationEntity) grant).getPermissions() != before) {
      authorizations.saveAuthorization(grant);
    }
  }

  /** Gives a group what another one has, unless it already has rights of its own on the same. */
  void copy(Authorization right, String group) {
    if (authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(right.getResourceType())
            .resourceId(right.getResourceId())
            .count()
        == 0) {
      AuthorizationEntity copy = new AuthorizationEntity(right.getAuthorizationType());
      copy.setGroupId(group);
      copy.setResourceType(right.getResourceType());
      copy.setResourceId(right.getResourceId());
      copy.setPermissions(((AuthorizationEntity) right).getPermissions());
      authorizations.saveAuthorization(copy);
    }
  }

  /**
   * Creates a user with groups and tenants; a user who is there stays as they are.
   *
   * @param email their address, or null if none is known
   * @throws org.camunda.bpm.engine.impl.identity.PasswordPolicyException if the password is too
   *     weak
   */
  void user(Person person, String email, String password) {
    if (identity.createUserQuery().userId(person.id()).count() == 0) {
      User user = identity.newUser(person.id());
      user.setFirstName(person.firstName());
      user.setLastName(person.lastName());
      user.setEmail(email);
      user.setPassword(password);
      identity.saveUser(user);
      person.groups().forEach(group -> identity.createMembership(person.id(), group));
      person.tenants().forEach(tenant -> identity.createTenantUserMembership(tenant, person.id()));
    }
  }

  /** Someone to be known to the engine. */
  record Person(
      String id, String firstName, String lastName, List<String> groups, List<String> tenants) {}
}
