package org.practicereview.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.reading.OneLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who the engine takes the caller to be. */
@Component
public class EngineIdentity {

  private final IdentityService identity;
  private final Supplier<CommandExecutor> engine;
  private final Supplier<TransactionTemplate> look;

  EngineIdentity(
      IdentityService identity,
      ObjectProvider<ProcessEngineConfigurationImpl> engine,
      ObjectProvider<PlatformTransactionManager> transactions) {
    this.identity = identity;
    this.engine = () -> engine.getObject().getCommandExecutorTxRequired();
    this.look = () -> new TransactionTemplate(transactions.getObject());
  }

  /** User id of the person on whose behalf this thread works; empty for the service itself. */
  public Optional<String> user() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
  }

  /** Ids of the caller's partnerships. */
  public List<String> tenants() {
    Authentication caller = identity.getCurrentAuthentication();
    return caller == null || caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
  }

  /** Ids of the caller's groups. */
  public List<String> groups() {
    Authentication caller = identity.getCurrentAuthentication();
    return caller == null || caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
  }

  /** The caller's roles that count in a partnership; none where they do not work. */
  public List<String> rolesIn(String tenant) {
    return tenants().contains(tenant) ? RoleGroups.rolesIn(tenant, groups()) : List.of();
  }

  /**
   * Does something with the service's own rights, for reads that a person may not do alone (a
   * model, a variable of a task they hold). The caller's identity is put back in any case.
   */
  public <T> T asService(Supplier<T> work) {
    return as(null, work);
  }

  /**
   * Does in the caller's name what the engine has just allowed them, without asking for the same
   * right again: its question is the dearest part of completing a task.
   */
  void allowed(Runnable work) {
    engine
        .get()
        .execute(
            context -> {
              context.runWithoutAuthorization(Executors.callable(work));
              return null;
            });
  }

  /**
   * Reads of the engine that belong together: what one of them has read, the others need not read
   * again. Changes nothing, and asks for every right as it would be asked for alone.
   */
  <T> T inOneLook(Supplier<T> reads) {
    return look.get()
        .execute(
            status -> {
              RuntimeException[] refused = new RuntimeException[1];
              T read =
                  engine
                      .get()
                      .execute(
                          context -> {
                            try {
                              return OneLook.reading(reads);
                            } catch (RuntimeException e) {
                              // An answer to a person; the engine would write it to the log as a
                              // fault.
                              refused[0] = e;
                              return null;
                            }
                          });
              if (refused[0] != null) {
                throw refused[0];
              }
              return read;
            });
  }

  /**
   * Steps with the service's own rights that belong together: what one of them has read of the
   * engine, the others need not read again. All of it is written at the end.
   */
  public void asServiceInOneStep(Runnable steps) {
    asService(
        () ->
            engine
                .get()
                .execute(
                    context -> {
                      steps.run();
                      return null;
                    }));
  }

  /** As the service, for one partnership: what is started without a case belongs to it. */
  public <T> T asServiceOf(String partnership, Supplier<T> work) {
    return as(new Authentication(null, List.of(), List.of(partnership)), work);
  }

  /** Asks something as if someone else were the caller, with the rights they have now. */
  public <T> T asPerson(String userId, Supplier<T> question) {
    Authentication other =
        asService(
            () ->
                new Authentication(
                    userId,
                    identity.createGroupQuery().groupMember(userId).list().stream()
                        .map(Group::getId)
                        .toList(),
                    identity
                        .createTenantQuery()
                        .userMember(userId)
                        .includingGroupsOfUser(true)
                        .list()
                        .stream()
                        .map(Tenant::getId)
                        .toList()));
    return as(other, question);
  }

  private <T> T as(Authentication other, Supplier<T> work) {
    Authentication caller = identity.getCurrentAuthentication();
    identity.setAuthentication(other);
    try {
      return work.get();
    } finally {
      identity.setAuthentication(caller);
    }
  }
}
