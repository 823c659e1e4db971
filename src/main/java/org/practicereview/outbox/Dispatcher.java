package org.practicereview.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.outbox.ClaimRows.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands due mail to the mail server, one by one, outside any transaction. */
@Component
class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final int PAGE = 50;

  private final ClaimRows rows;
  private final GatheredMail gathered;
  private final MailServer server;
  private final Leases leases;
  private final Pace pace;
  private final Installation installation;

  Dispatcher(
      ClaimRows rows,
      GatheredMail gathered,
      MailServer server,
      Leases leases,
      Pace pace,
      Installation installation) {
    this.installation = installation;
    this.rows = rows;
    this.gathered = gathered;
    this.server = server;
    this.leases = leases;
    this.pace = pace;
  }

  int sendDue() {
    if (installation.state() != Installation.State.OWN) {
      return 0;
    }
    rows.giveUpDeadNodes();
    gathered.due().forEach(pile -> gathered.release(pile, UUID.randomUUID().toString()));
    if (!server.isConfigured()) {
      return 0;
    }
    int accepted = 0;
    try (MailServer.Connection connection = server.connection()) {
      boolean again = true;
      List<Due> due;
      do {
        due = rows.due(PAGE, again);
        for (Due one : due) {
          // Where the server is away no place is taken: nothing goes.
          again = again && (!one.again() || !connection.open() || pace.takes());
          if (again || !one.again()) {
            accepted += rows.claim(one.id()).map(mail -> send(mail, connection)).orElse(0);
          }
        }
      } while (due.size() == PAGE);
    }
    return accepted;
  }

  private int send(ClaimedMail mail, MailServer.Connection connection) {
    Delivery delivery;
    Runnable letGo = leases.hold(mail);
    try {
      delivery = attempt(mail, connection).orElse(null);
    } finally {
      letGo.run();
    }
    if (delivery == null) {
      return 0;
    }
    rows.record(mail, delivery);
    if (delivery.result() != Delivery.Result.ACCEPTED) {
      LOG.warn("Mail {} of case {}: {}", mail.id(), mail.caseReference(), delivery.reason());
    }
    return delivery.result() == Delivery.Result.ACCEPTED ? 1 : 0;
  }

  private Optional<Delivery> attempt(ClaimedMail mail, MailServer.Connection connection) {
    if (!connection.open()) {
      return Optional.of(Delivery.later(connection.whyNot()));
    }
    return rows.startSending(mail) ? Optional.of(connection.send(mail)) : Optional.empty();
  }
}
