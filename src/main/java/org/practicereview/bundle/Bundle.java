package org.practicereview.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A bundle that was made, is being made, or could not be made.
 *
 * @param recipient who gets it
 * @param reason why it is made
 * @param parts what is in it, in words
 * @param wanted all that was chosen
 * @param sessions what its reader must be allowed to read of practitioners' sessions
 * @param underSeal whether the report was sealed before anything was gathered
 * @param finishedAt when it was made, or null
 * @param pages how many pages it has; 0 until it is made
 * @param sha256 its checksum; empty until it is made
 * @param removed in how many places something was removed
 * @param problem why it was not made, in words; empty otherwise
 */
public record Bundle(
    String id,
    String caseReference,
    Purpose purpose,
    String recipient,
    String reason,
    String parts,
    String wanted,
    Set<String> sessions,
    String by,
    boolean underSeal,
    Instant askedAt,
    State state,
    Instant finishedAt,
    int pages,
    long size,
    String sha256,
    int removed,
    String problem) {

  /** How far a bundle has come. */
  public enum State {
    MAKING,
    MADE,
    NOT_MADE
  }

  /** A bundle is made in minutes; one that takes longer was lost with its node. */
  static final Duration LONGEST = Duration.ofHours(1);

  /** Whether it is there to be opened. */
  public boolean isMade() {
    return state == State.MADE;
  }

  /** Whether it is being made at a moment. */
  public boolean isBeingMade(Instant now) {
    return state == State.MAKING && askedAt.plus(LONGEST).isAfter(now);
  }

  /** Why it is not there, in words; empty while it is being made, and when it is there. */
  public String why(Instant now) {
    return state == State.MAKING && !isBeingMade(now)
        ? "The service was stopped while the bundle was made. Make it again"
        : problem;
  }
}
