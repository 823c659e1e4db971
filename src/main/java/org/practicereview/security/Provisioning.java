package org.practicereview.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * may run at every start and never undoes what an administrator changed. What is there is read
 * once: a hundred and fifty partnerships have some ten thousand rights. For one start, and not
 * kept.
 */
class Provisioning {

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Set<String> groups;
  private final Set<String> tenants;
  private final Set<Held> held;

  Provisioning(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.groups =
        identity.createGroupQuery().unlimitedList().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    this.tenants =
        identity.createTenantQuery().unlimitedList().stream()
            .map(Tenant::getId)
            .collect(Collectors.toSet());
    this.held =
        authorizations.createAuthorizationQuery().unlimitedList().stream()
            .filter(right -> right.getGroupId() != null)
            .map(Held::of)
            .collect(Collectors.toSet());
  }

  /** That a group has rights of a type on something. */
  private record Held(String group, int resource, String id, int type) {

    static Held of(Authorization right) {
      return new Held(
          right.getGroupId(),
          right.getResourceType(),
          right.getResourceId(),
          right.getAuthorizationType());
    }
  }

  void group(String id, String name, String type) {
    if (groups.add(id)) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(type);
      identity.saveGroup(group);
    }
  }

  void tenant(String id, String name) {
    if (tenants.add(id)) {
      Tenant tenant = identity.newTenant(id);
      tenant.setName(name);
      identity.saveTenant(tenant);
    }
  }

  /** Gives a group permissions on something, unless it already has rights of its own on it. */
  void grant(String group, Resource resource, String id, List<Permission> permissions) {
    int type = Authorization.AUTH_TYPE_GRANT;
    if (held.add(new Held(group, resource.resourceType(), id, type))) {
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
    boolean own =
        held.stream()
            .filter(one -> one.group().equals(group))
            .anyMatch(
                one ->
                    one.resource() == right.getResourceType()
                        && one.id().equals(right.getResourceId()));
    if (!own) {
      AuthorizationEntity copy = new AuthorizationEntity(right.getAuthorizationType());
      copy.setGroupId(group);
      copy.setResourceType(right.getResourceType());
      copy.setResourceId(right.getResourceId());
      copy.setPermissions(((AuthorizationEntity) right).getPermissions());
      authorizations.saveAuthorization(copy);
      held.add(Held.of(copy));
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
