package org.practicereview.security;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps and tells what administrators change about accounts and rights: a line in the trail of the
 * service, and a mail to each partnership concerned, which knows best whether it should be so.
 */
@Component
class AccountChanges {

  private static final String OF_THE_SERVICE = "";

  private final AuditTrail audit;
  private final Outbox outbox;
  private final Partnerships partnerships;
  private final ApplicationEventPublisher events;

  AccountChanges(
      AuditTrail audit,
      Outbox outbox,
      Partnerships partnerships,
      ApplicationEventPublisher events) {
    this.audit = audit;
    this.outbox = outbox;
    this.partnerships = partnerships;
    this.events = events;
  }

  /**
   * Does a change, keeps it and tells it, all or nothing.
   *
   * @param concerned ids of partnerships
   * @param sentence what was changed, with no more about a person than the name of the account
   */
  @Transactional
  public void make(Runnable change, String by, Collection<String> concerned, String sentence) {
    change.run();
    audit.record(OF_THE_SERVICE, by, sentence);
    partnerships.all().stream()
        .filter(partnership -> concerned.contains(partnership.id()))
        .forEach(partnership -> outbox.enqueue(mail(partnership, by, sentence)));
  }

  /** Whether an administrator has made an account, as far as the trail tells. */
  boolean madeBy(String administrator, String userId) {
    String sentence = made(userId);
    return audit.of(OF_THE_SERVICE).stream()
        .anyMatch(line -> line.actor().equals(administrator) && line.sentence().equals(sentence));
  }

  /** How the trail says that an account was made. */
  static String made(String userId) {
    return "The account \"" + userId + "\" was made.";
  }

  /** The same for the end of an account. */
  @Transactional
  public void end(Runnable change, String userId, String by, Collection<String> concerned) {
    events.publishEvent(new AccountEnded(userId, by));
    make(change, by, concerned, "The account \"" + userId + "\" was ended.");
  }

  /** The same where the service ends it by itself, which no one has to be told. */
  @Transactional
  public void endByService(Runnable change, String userId) {
    events.publishEvent(new AccountEnded(userId, AuditTrail.SYSTEM));
    change.run();
  }

  private static OutgoingMail mail(Partnership partnership, String by, String sentence) {
    String mailbox = partnership.mailbox(Role.BUSINESS_MANAGER.id());
    return new OutgoingMail(
        "account:" + UUID.randomUUID(),
        OF_THE_SERVICE,
        partnership.id(),
        "A change to an account",
        mailbox,
        partnership.name(),
        mailbox,
        partnership.words().in(Role.BUSINESS_MANAGER.title()),
        "An account was changed",
        """
        The administrator "%s" made a change for %s:

        %s

        If you did not expect this, ask the administrator today, and have the change taken back.
        """
            .formatted(by, partnership.shortName(), sentence),
        List.of());
  }
}
