package org.practicereview.security;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.practicereview.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** Finds out what someone may do now who is not signed in, for what they have subscribed to. */
@Component
public class RightsNow {

  private final IdentityService accounts;
  private final EngineIdentity identity;

  RightsNow(IdentityService accounts, EngineIdentity identity) {
    this.accounts = accounts;
    this.identity = identity;
  }

  /** Someone with the rights they have now; empty if there is no such account any more. */
  public Optional<SignedIn> find(String userId) {
    return identity.asService(
        () ->
            accounts.createUserQuery().userId(userId).count() == 0
                ? Optional.empty()
                : Optional.of(
                    new SignedIn(
                        userId,
                        accounts.createGroupQuery().groupMember(userId).list().stream()
                            .map(Group::getId)
                            .toList(),
                        accounts
                            .createTenantQuery()
                            .userMember(userId)
                            .includingGroupsOfUser(true)
                            .list()
                            .stream()
                            .map(Tenant::getId)
                            .toList())));
  }
}
