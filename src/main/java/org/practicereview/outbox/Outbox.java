package org.practicereview.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The mail that goes out, and what became of it. */
public interface Outbox {

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
   * @throws java.util.NoSuchElementException if there is none
   */
  OutboxMail get(String id);

  /** All mail of a case, oldest first. */
  List<OutboxMail> of(String caseReference);

  /** The mails to which any of some files is attached, oldest first, whatever became of them. */
  List<OutboxMail> carrying(Collection<String> references);

  /**
   * What of a partnership's mail has not been taken by the mail server and not been cancelled,
   * oldest first.
   */
  List<OutboxMail> undelivered(String partnership);

  /**
   * Lets a mail be tried again at once: one that failed, one of which nobody knows whether it
   * arrived, or one that waits for its next try.
   *
   * @param reason why, for the audit trail
   * @throws IllegalStateException in plain words, if it was sent, cancelled, or is being sent
   */
  void retry(String id, String reason, String by);

  /**
   * Decides that a mail shall not go.
   *
   * @param reason why, for the audit trail
   * @throws IllegalStateException in plain words, if it was sent, cancelled, or is being sent
   */
  void cancel(String id, String reason, String by);

  /**
   * Sends what is due now; the service does this by itself every few seconds. Must not be called
   * inside a transaction.
   *
   * @return how many mails the server has taken
   */
  int sendDue();
}
