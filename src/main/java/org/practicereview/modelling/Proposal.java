package org.practicereview.modelling;

import java.time.Instant;
import java.util.List;

/**
 * A change of models that someone proposes.
 *
 * @param id its id
 * @param title what it is called, which becomes the name of the deployment
 * @param reason what changes and why, in a sentence
 * @param proposedBy who proposes it
 * @param state {@code open}, {@code released}, {@code withdrawn} or {@code undone}
 * @param revision counts what was changed
 * @param releasedBy the second administrator; null before that
 * @param releaseNote what they say of it; null before that
 * @param deployment the deployment it became; null before that
 * @param files names of its files
 */
public record Proposal(
    String id,
    String title,
    String reason,
    String proposedBy,
    Instant proposedAt,
    String state,
    int revision,
    String releasedBy,
    Instant releasedAt,
    String releaseNote,
    String deployment,
    String undoneBy,
    List<String> files) {

  /** Whether it can still be corrected, released and withdrawn. */
  public boolean isOpen() {
    return state.equals("open");
  }

  /** Whether it was released and is in use, or was for a time. */
  public boolean isReleased() {
    return state.equals("released");
  }

  /** What became of it, as people say it. */
  public String stateInWords() {
    return switch (state) {
      case "open" -> "Open";
      case "released" -> "Released";
      case "withdrawn" -> "Withdrawn";
      default -> "Undone";
    };
  }
}
