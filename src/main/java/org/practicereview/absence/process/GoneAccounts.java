package org.practicereview.absence.process;

import org.practicereview.absence.Absences;
import org.practicereview.absence.HandOver;
import org.practicereview.absence.NamedCovers;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that is ended holds no task, is away no more, and covers for no one. */
@Component
class GoneAccounts {

  private final HandOver handOver;
  private final Absences absences;
  private final NamedCovers covers;

  GoneAccounts(HandOver handOver, Absences absences, NamedCovers covers) {
    this.covers = covers;
    this.handOver = handOver;
    this.absences = absences;
  }

  @EventListener
  void free(AccountEnded account) {
    handOver.accountGone(account.userId(), account.by());
    absences.accountGone(account.userId(), account.by());
    covers.accountGone(account.userId(), account.by());
  }
}
