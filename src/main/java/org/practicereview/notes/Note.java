package org.practicereview.notes;

import java.time.Instant;
import java.util.List;

/**
 * A note of a reviewer, as its author sees it.
 *
 * @param id its id
 * @param begunAt when it was first kept
 * @param wordings what it says and what it said before, newest first; none if it is destroyed or
 *     cannot be opened
 * @param destroyedAt when its author destroyed it, or null
 * @param closed why it cannot be opened although it is there, in words, or null
 */
public record Note(
    String id, Instant begunAt, List<Wording> wordings, Instant destroyedAt, String closed) {

  public Note {
    wordings = List.copyOf(wordings);
  }

  /** Whether the note can no longer be read by anyone. */
  public boolean isDestroyed() {
    return destroyedAt != null;
  }

  /**
   * One wording of a note.
   *
   * @param version counted from 1
   * @param at when it was kept
   * @param text as it was typed
   */
  public record Wording(int version, Instant at, String text) {}
}
