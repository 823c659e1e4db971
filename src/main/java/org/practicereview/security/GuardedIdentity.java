package org.practicereview.security;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/**
 * The engine's way to people, with what the engine lacks: what an administrator changes is kept and
 * told, no one changes their own rights or ends their own account, and a password is worked out for
 * an account that does not exist as well, so that the time of an answer tells nothing. What the
 * service does by itself passes through.
 */
class GuardedIdentity extends IdentityServiceImpl {

  private final Supplier<AccountChanges> changes;
  private final Partnerships partnerships;
  private final PasswordEncryptor passwords;
  private final String nobodysPassword;

  GuardedIdentity(
      Supplier<AccountChanges> changes, Partnerships partnerships, PasswordEncryptor passwords) {
    this.changes = changes;
    this.partnerships = partnerships;
    this.passwords = passwords;
    this.nobodysPassword = passwords.encrypt("nobody's");
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    if (userId == null || password == null || createUserQuery().userId(userId).count() == 0) {
      passwords.check(String.valueOf(password), nobodysPassword);
      return false;
    }
    return super.checkPassword(userId, password);
  }

  @Override
  public void saveUser(User user) {
    save(user, () -> super.saveUser(user));
  }

  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    save(user, () -> super.saveUser(user, skipPasswordPolicy));
  }

  private void save(User user, Runnable save) {
    // Name, address and password of their own are everyone's to change.
    if (isOwn(user.getId())) {
      save.run();
    } else {
      boolean known = caller() != null && createUserQuery().userId(user.getId()).count() == 1;
      make(
          save,
          tenantsOf(user.getId()),
          known
              ? "The account \"" + user.getId() + "\" was changed."
              : AccountChanges.made(user.getId()));
    }
  }

  @Override
  public void deleteUser(String userId) {
    refuseOwn(userId);
    if (caller() == null) {
      changes.get().endByService(() -> super.deleteUser(userId), userId);
    } else {
      changes.get().end(() -> super.deleteUser(userId), userId, caller(), tenantsOf(userId));
    }
  }

  @Override
  public void createMembership(String userId, String groupId) {
    refuseOwn(userId);
    refuseMadeByCaller(userId);
    make(
        () -> super.createMembership(userId, groupId),
        concernedBy(groupId),
        "\"" + userId + "\" is now in the group " + name(groupId) + ".");
  }

  @Override
  public void deleteMembership(String userId, String groupId) {
    refuseOwn(userId);
    make(
        () -> super.deleteMembership(userId, groupId),
        concernedBy(groupId),
        "\"" + userId + "\" is no longer in the group " + name(groupId) + ".");
  }

  @Override
  public void createTenantUserMembership(String tenantId, String userId) {
    refuseOwn(userId);
    make(
        () -> super.createTenantUserMembership(tenantId, userId),
        List.of(tenantId),
        "\"" + userId + "\" works for " + shortName(tenantId) + " now.");
  }

  @Override
  public void deleteTenantUserMembership(String tenantId, String userId) {
    refuseOwn(userId);
    make(
        () -> super.deleteTenantUserMembership(tenantId, userId),
        List.of(tenantId),
        "\"" + userId + "\" no longer works for " + shortName(tenantId) + ".");
  }

  @Override
  public void createTenantGroupMembership(String tenantId, String groupId) {
    refuseOwnGroup(groupId);
    make(
        () -> super.createTenantGroupMembership(tenantId, groupId),
        List.of(tenantId),
        "The group " + name(groupId) + " works for " + shortName(tenantId) + " now.");
  }

  @Override
  public void deleteTenantGroupMembership(String tenantId, String groupId) {
    refuseOwnGroup(groupId);
    make(
        () -> super.deleteTenantGroupMembership(tenantId, groupId),
        List.of(tenantId),
        "The group " + name(groupId) + " no longer works for " + shortName(tenantId) + ".");
  }

  @Override
  public void saveGroup(Group group) {
    make(
        () -> super.saveGroup(group),
        concernedBy(group.getId()),
        "The group \"" + group.getId() + "\" was made or changed.");
  }

  @Override
  public void deleteGroup(String groupId) {
    refuseOwnGroup(groupId);
    make(
        () -> super.deleteGroup(groupId),
        concernedBy(groupId),
        "The group " + name(groupId) + " was ended.");
  }

  @Override
  public void saveTenant(Tenant tenant) {
    make(
        () -> super.saveTenant(tenant),
        List.of(tenant.getId()),
        "The tenant \"" + tenant.getId() + "\" was made or changed.");
  }

  @Override
  public void deleteTenant(String tenantId) {
    make(
        () -> super.deleteTenant(tenantId),
        List.of(tenantId),
        "The tenant \"" + tenantId + "\" was ended.");
  }

  private void make(Runnable change, List<String> concerned, String sentence) {
    if (caller() == null) {
      change.run();
    } else {
      changes.get().make(change, caller(), concerned, sentence);
    }
  }

  private void refuseOwn(String userId) {
    if (isOwn(userId)) {
      throw new AuthorizationException(
          "You cannot change your own rights or end your own account. Ask another administrator.");
    }
  }

  /**
   * An account of someone's own making is as good as their own: where there is another
   * administrator, that one gives it its roles and rights.
   */
  void refuseMadeByCaller(String userId) {
    boolean alone =
        caller() == null
            || createUserQuery().memberOfGroup(Role.SYSTEM_ADMINISTRATOR.id()).count() < 2;
    if (!alone && userId != null && changes.get().madeBy(caller(), userId)) {
      throw new AuthorizationException(
          "You made this account. Another administrator gives it its roles and rights.");
    }
  }

  private void refuseOwnGroup(String groupId) {
    Authentication caller = getCurrentAuthentication();
    if (caller() != null
        && caller.getGroupIds() != null
        && caller.getGroupIds().contains(groupId)) {
      throw new AuthorizationException(
          "You cannot change the rights of your own group. Ask another administrator.");
    }
  }

  private boolean isOwn(String userId) {
    return caller() != null && caller().equals(userId);
  }

  private String caller() {
    Authentication caller = getCurrentAuthentication();
    return caller == null ? null : caller.getUserId();
  }

  private List<String> tenantsOf(String userId) {
    return caller() == null
        ? List.of()
        : createTenantQuery()
            .userMember(userId)
            .includingGroupsOfUser(true)
            .unlimitedList()
            .stream()
            .map(Tenant::getId)
            .toList();
  }

  /** A role that belongs to no partnership concerns all of them. */
  private List<String> concernedBy(String groupId) {
    List<String> all = partnerships.all().stream().map(Partnership::id).toList();
    return groupId.contains(".")
        ? all.stream().filter(id -> groupId.startsWith(id + ".")).toList()
        : all;
  }

  private String name(String groupId) {
    Group group = createGroupQuery().groupId(groupId).singleResult();
    return '"' + (group == null || group.getName() == null ? groupId : group.getName()) + '"';
  }

  private String shortName(String tenantId) {
    return partnerships.all().stream()
        .filter(partnership -> partnership.id().equals(tenantId))
        .map(Partnership::shortName)
        .findFirst()
        .orElse(tenantId);
  }
}
