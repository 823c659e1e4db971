package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a change of the calendar does, or would do, to an open clock. */
public record ClockEffect(Deadline before, Deadline after) {

  /** The date that moves: the due date, or behind an agreed one the law's, or the reminder. */
  public LocalDate from() {
    return moving(before);
  }

  /** Where it moves to. */
  public LocalDate to() {
    return moving(after);
  }

  /** Which date it is, where it is not the due date; otherwise empty. */
  public String which() {
    return dueMoves() ? "" : lawMoves() ? "without the agreed extension" : "reminder";
  }

  private LocalDate moving(Deadline clock) {
    return dueMoves() ? clock.dueOn() : lawMoves() ? clock.originalDueOn() : clock.reminderOn();
  }

  private boolean dueMoves() {
    return !before.dueOn().equals(after.dueOn());
  }

  private boolean lawMoves() {
    return !before.originalDueOn().equals(after.originalDueOn());
  }

  /** A short mark of several effects: the same while nothing about them changes. */
  public static String mark(List<ClockEffect> effects) {
    String all =
        effects.stream()
            .map(one -> one.before().id() + one.from() + one.to())
            .sorted()
            .collect(Collectors.joining(","));
    return effects.size() + "-" + Integer.toHexString(all.hashCode());
  }
}
