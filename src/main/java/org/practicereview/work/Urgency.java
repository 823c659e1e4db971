package org.practicereview.work;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a task is about, from the most to the least urgent. The engine sorts tasks by {@link
 * #priority()}, so that a child's safety always comes first, whatever the due date.
 */
public enum Urgency {
  /** A child may be at risk now. */
  SAFETY(100, "Act now", ""),
  /** A date that statute or statutory guidance sets depends on it. */
  STATUTORY(75, "Statutory", "timeToActStatutory"),
  /** The partnership's own work on a case. */
  LOCAL(50, "Local", "timeToActLocal"),
  /** Keeps things in order; no one waits for it. */
  HOUSEKEEPING(25, "Housekeeping", "timeToActHousekeeping");

  private final int priority;
  private final String words;
  private final String setting;

  Urgency(int priority, String words, String setting) {
    this.priority = priority;
    this.words = words;
    this.setting = setting;
  }

  /** The engine's priority of such a task, 0 to 100. */
  public int priority() {
    return priority;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** The setting of a profile that changes the working days; empty where none does. */
  public String setting() {
    return setting;
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
