package org.practicereview.naming.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.casefile.CasePeople;
import org.practicereview.engine.AccountNames;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.naming.Accounts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Component;

/** Reads from the engine whose accounts may be named on a case. */
@Component
class EngineAccounts implements Accounts {

  private final IdentityService identity;
  private final EngineIdentity caller;

  EngineAccounts(IdentityService identity, EngineIdentity caller) {
    this.identity = identity;
    this.caller = caller;
  }

  @Override
  public List<Account> reviewers(Partnership partnership) {
    return in(RoleGroups.of(partnership.id(), CasePeople.LEAD_REVIEWER), partnership);
  }

  @Override
  public List<Account> of(Partnership partnership, String agency) {
    return in(partnership.agencyGroup(agency), partnership);
  }

  private List<Account> in(String group, Partnership partnership) {
    // People may not list accounts themselves.
    return caller.asService(
        () ->
            identity
                .createUserQuery()
                .memberOfGroup(group)
                .memberOfTenant(partnership.id())
                .orderByUserId()
                .asc()
                .list()
                .stream()
                .map(user -> new Account(user.getId(), name(user)))
                .toList());
  }

  private static String name(User user) {
    String name = AccountNames.name(user);
    return name.equals(user.getId()) ? name : name + " (" + user.getId() + ")";
  }
}
