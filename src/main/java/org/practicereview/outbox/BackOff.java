package org.practicereview.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a mail is tried again: quickly at first, then every quarter of an hour for a week, which
 * outlives any outage a mail server is allowed.
 */
final class BackOff {

  private static final List<Duration> STEPS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  static final Duration LONGEST = Duration.ofDays(7);

  private BackOff() {}

  /** The pause after so many tries in vain. */
  static Duration after(int attempts) {
    return STEPS.get(Math.min(Math.max(attempts, 1), STEPS.size()) - 1);
  }

  static boolean exhausted(Instant firstAttempt, Instant now) {
    return firstAttempt.plus(LONGEST).isBefore(now);
  }
}
