package org.practicereview.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The mail that goes out, and what became of it. */
public interface Outbox {

  /** The roles that see to mail which did not arrive, each in its partnership. */
  Set<String> SETTLED_BY = Set.of("business-manager", "head-of-safeguarding");

  /**
   * Queues a mail in the caller's transaction. A second mail with the same key is not queued.
   *
   * @return the id of the mail with that key
   */
  String enqueue(OutgoingMail mail);

  /**
   * Queues a mail that may wait for others to the same recipient. When its time comes, all that
   * were gathered under the same title go in one mail, which gives the first paragraph of each; a
   * single one goes as it is. The register shows for each of them what became of the summary.
   *
   * @param mail without attachments; its first paragraph must say by itself what it is about
   * @param title what the gathered mails have in common: subject of the summary, names no person
   * @param until when it goes at the latest
   * @return the id of the mail with that key
   */
  String gather(OutgoingMail mail, String title, Instant until);

  /**
   * A mail by its id.
   *
   * @throws org.practicereview.refusals.NotThere if there is none
   */
  OutboxMail get(String id);

  /** All mail of a case, oldest first. */
  List<OutboxMail> of(String caseReference);

  /** The mails to which any of some files is attached, oldest first, whatever became of them. */
  List<OutboxMail> carrying(Collection<String> references);

  /**
   * What of the mail of some partnerships has not been taken by the mail server and not been
   * settled: first what a person has to see to, what is urgent before the rest, then the oldest.
   *
   * @param from how many to leave out
   * @param most how many at most: there may be a million
   */
  List<OutboxMail> undelivered(Collection<String> partnerships, int from, int most);

  /** How many these are in all. */
  int undeliveredIn(Collection<String> partnerships);

  /**
   * Lets a mail be tried again at once: one that failed, one of which no one knows whether it
   * arrived, or one that waits for its next try.
   *
   * @param reason why, for the audit trail
   * @throws org.practicereview.refusals.Refused in plain words, if it was sent, cancelled, or is
   *     being sent
   */
  void retry(String id, String reason, String by);

  /**
   * Decides that a mail shall not go.
   *
   * @param reason why, for the audit trail
   * @throws org.practicereview.refusals.Refused in plain words, if it was sent, cancelled, or is
   *     being sent
   */
  void cancel(String id, String reason, String by);

  /** Where there are mails that a person has to see to, in all partnerships. */
  List<StuckMail> stuck();

  /** How many mails of some partnerships a person has to see to. */
  int stuckIn(Collection<String> partnerships);

  /**
   * Gives a mail another address and lets it be tried again at once. The former address is kept.
   *
   * @param address of the same recipient
   * @param reason why, for the audit trail
   * @throws org.practicereview.refusals.Refused in plain words, if this is not plainly one other
   *     address
   * @throws org.practicereview.refusals.Refused in plain words, if it was sent, cancelled, or is
   *     being sent
   */
  void readdress(String id, String address, String reason, String by);

  /**
   * Notes that the recipient was told another way, so that the mail need not go any more.
   *
   * @param on the day, in London; not before the mail was written, and not in the future
   * @param how for example by phone, and who spoke with whom, for the audit trail
   * @throws org.practicereview.refusals.Refused in plain words, if it was sent, cancelled, or is
   *     being sent
   */
  void toldOtherwise(String id, LocalDate on, String how, String by);

  /**
   * Notes that a mail that the mail server had taken came back, so that no one was told by it.
   *
   * @param reason what the returned mail says, for the audit trail
   * @throws org.practicereview.refusals.Refused in plain words, if it was not sent
   */
  void cameBack(String id, String reason, String by);

  /** Settles several mails in the same way, all or none. */
  void each(Collection<String> ids, Consumer<String> settle);

  /**
   * Sends what is due now; the service does this by itself every few seconds. Must not be called
   * inside a transaction.
   *
   * @return how many mails the server has taken
   */
  int sendDue();
}
