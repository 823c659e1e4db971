package org.practicereview.work;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a task is about, from the most to the least urgent. The engine sorts tasks by {@link
 * #priority()}, so that a child's safety always comes first, whatever the due date.
 */
public enum Urgency {
  /** A child may be at risk now. */
  SAFETY(100, "Act now"),
  /** A date that statute or statutory guidance sets depends on it. */
  STATUTORY(75, "Statutory"),
  /** The partnership's own work on a case. */
  LOCAL(50, "Local"),
  /** Keeps things in order; no one waits for it. */
  HOUSEKEEPING(25, "Housekeeping");

  private final int priority;
  private final String words;

  Urgency(int priority, String words) {
    this.priority = priority;
    this.words = words;
  }

  /** The engine's priority of such a task, 0 to 100. */
  public int priority() {
    return priority;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** As models and the table of times to act write it, for example {@code safety}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The urgency with a code, if there is one. */
  public static Optional<Urgency> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** Whether a task with this engine priority is about a child's safety. */
  public static boolean isSafety(int priority) {
    return priority >= SAFETY.priority;
  }
}
