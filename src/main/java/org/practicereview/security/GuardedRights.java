package org.practicereview.security;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/**
 * The engine's way to rights: what an administrator changes is kept and told, and no one changes a
 * right that is their own, be it by name, by group or because it is everyone's.
 */
class GuardedRights extends AuthorizationServiceImpl {

  private final Supplier<AccountChanges> changes;
  private final Supplier<Authentication> callers;
  private final Partnerships partnerships;
  private final Consumer<String> madeByCaller;

  /**
   * The guard of rights.
   *
   * @param madeByCaller refuses an account that the caller has made
   */
  GuardedRights(
      Supplier<AccountChanges> changes,
      Supplier<Authentication> callers,
      Partnerships partnerships,
      Consumer<String> madeByCaller) {
    this.madeByCaller = madeByCaller;
    this.changes = changes;
    this.callers = callers;
    this.partnerships = partnerships;
  }

  @Override
  public Authorization saveAuthorization(Authorization right) {
    Authentication caller = callers.get();
    if (caller == null || caller.getUserId() == null) {
      return super.saveAuthorization(right);
    }
    refuseOwn(right, caller);
    madeByCaller.accept(right.getUserId());
    if (right.getId() != null) {
      // What it was before counts, too: no one makes their own right someone else's.
      refuseOwn(stored(right.getId()), caller);
    }
    make(() -> super.saveAuthorization(right), right, caller, "given or changed");
    return right;
  }

  @Override
  public void deleteAuthorization(String id) {
    Authentication caller = callers.get();
    Authorization right = caller == null || caller.getUserId() == null ? null : stored(id);
    if (right == null) {
      super.deleteAuthorization(id);
      return;
    }
    refuseOwn(right, caller);
    make(() -> super.deleteAuthorization(id), right, caller, "taken away");
  }

  private Authorization stored(String id) {
    return createAuthorizationQuery().authorizationId(id).singleResult();
  }

  private void make(Runnable change, Authorization right, Authentication caller, String done) {
    String whose = right.getUserId() == null ? right.getGroupId() : right.getUserId();
    List<String> concerned =
        partnerships.all().stream()
            .map(Partnership::id)
            .filter(id -> whose == null || !whose.contains(".") || whose.startsWith(id + "."))
            .toList();
    changes
        .get()
        .make(
            change,
            caller.getUserId(),
            concerned,
            "A right of \"%s\" in the engine was %s (kind %d, of \"%s\")."
                .formatted(whose, done, right.getResourceType(), right.getResourceId()));
  }

  private static void refuseOwn(Authorization right, Authentication caller) {
    if (right == null) {
      return;
    }
    boolean own =
        right.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
            || Authorization.ANY.equals(right.getUserId())
            || caller.getUserId().equals(right.getUserId())
            || caller.getGroupIds() != null && caller.getGroupIds().contains(right.getGroupId());
    if (own) {
      throw new AuthorizationException(
          "You cannot change a right that you hold too. Ask another administrator.");
    }
  }
}
