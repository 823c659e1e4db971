package org.practicereview.outbox;

/** Where a mail stands. */
public enum MailState {
  /** Will be tried when its time comes. */
  QUEUED("waiting to be sent"),
  /** Waits for others to the same person, to go with them in one mail. */
  GATHERING("waiting to go in one mail with others"),
  /** Went into a summary; stored only, shown as what became of that. */
  IN_SUMMARY("in a summary"),
  /** Queued while no mail server is configured; never stored, only shown. */
  WAITING("waiting for a mail server"),
  /** Queued in a database that was restored; never stored, only shown. */
  HELD("held until an administrator says what this database is"),
  /** Being handed to the mail server at this moment. */
  SENDING("being sent"),
  /** The mail server has taken it. */
  ACCEPTED("sent"),
  /** The connection was lost while the server was taking it: perhaps sent, perhaps not. */
  UNKNOWN("perhaps sent, a person must decide"),
  /** Refused for good, or not taken within a week. */
  FAILED("not sent"),
  /** It did not arrive, and a person told the recipient another way. */
  TOLD_OTHERWISE("told another way"),
  /** A person decided that it shall not go. */
  CANCELLED("cancelled");

  private final String words;

  MailState(String words) {
    this.words = words;
  }

  /** The state as a person reads it. */
  public String words() {
    return words;
  }
}
