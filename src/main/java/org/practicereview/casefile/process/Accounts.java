package org.practicereview.casefile.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.casefile.CasePeople;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/** The accounts of a partnership that may be named on one of its cases. */
@Component
class Accounts {

  private final IdentityService identity;
  private final EngineIdentity caller;

  Accounts(IdentityService identity, EngineIdentity caller) {
    this.identity = identity;
    this.caller = caller;
  }

  /**
   * An account.
   *
   * @param name what people call its owner
   */
  record Account(String userId, String name) {}

  /** Everybody with the role of a lead reviewer in a partnership. */
  List<Account> reviewers(Partnership partnership) {
    return in(CasePeople.LEAD_REVIEWER, partnership);
  }

  /** Everybody who works for an agency of a partnership. */
  List<Account> of(Partnership partnership, String agency) {
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
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
  }
}
