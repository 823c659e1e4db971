package org.practicereview.absence.process;

import org.practicereview.absence.Absences;
import org.practicereview.absence.HandOver;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that is ended holds no task, is away no more, and covers for no one. */
@Component
class GoneAccounts {

  private final HandOver handOver;
  private final Absences absences;

  GoneAccounts(HandOver handOver, Absences absences) {
    this.handOver = handOver;
    this.absences = absences;
  }

  @EventListener
  void free(AccountEnded account) {
    handOver.accountGone(account.userId(), account.by());
    absences.accountGone(account.userId(), account.by());
  }
}
