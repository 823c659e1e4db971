package org.practicereview.naming.process;

import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that is ended is named on no case any more. */
@Component
class EndedAccounts {

  private final CasePeople people;

  EndedAccounts(CasePeople people) {
    this.people = people;
  }

  @EventListener
  void free(AccountEnded account) {
    for (CasePerson named : people.named(account.userId())) {
      people.end(named.caseReference(), named.id(), account.by());
    }
  }
}
