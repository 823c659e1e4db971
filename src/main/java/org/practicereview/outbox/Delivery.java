package org.practicereview.outbox;

/**
 * How an attempt ended.
 *
 * @param reason for a person to read; empty if there is nothing to say
 */
record Delivery(Result result, String reason) {

  enum Result {
    /** The server said that it has it. */
    ACCEPTED,
    /** It certainly does not have it, but may take it later. */
    LATER,
    /** It will never take it. */
    REFUSED,
    /** The connection was lost while it was taking it. */
    UNKNOWN
  }

  static Delivery accepted() {
    return new Delivery(Result.ACCEPTED, "");
  }

  static Delivery later(String reason) {
    return new Delivery(Result.LATER, reason);
  }

  static Delivery refused(String reason) {
    return new Delivery(Result.REFUSED, reason);
  }

  static Delivery unknown(String reason) {
    return new Delivery(Result.UNKNOWN, reason);
  }
}
