package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.List;

/**
 * The rule of a clock: a row of the table of clocks, or what a partnership makes of it.
 *
 * @param id for example {@code rapid-review}
 * @param name as a person reads it
 * @param trigger key of the fact of the case that holds the date it counts from
 * @param length number of units
 * @param dayOff what becomes of a due date that is no working day
 * @param citation where it is laid down, in words
 * @param reminderBefore how many days before the due date a reminder is given; working days for a
 *     clock that counts working days, else calendar days
 * @param ownerRole role that is reminded
 * @param escalationRoles roles that are told when it is overdue
 * @param perAgency whether it runs once for each agency
 */
public record Rule(
    String id,
    String name,
    String trigger,
    int length,
    Unit unit,
    Direction direction,
    DayOff dayOff,
    Source source,
    String citation,
    int reminderBefore,
    String ownerRole,
    List<String> escalationRoles,
    boolean perAgency) {

  public Rule {
    escalationRoles = List.copyOf(escalationRoles);
  }

  /** The same rule under another name. */
  Rule named(String other) {
    return new Rule(
        id,
        other,
        trigger,
        length,
        unit,
        direction,
        dayOff,
        source,
        citation,
        reminderBefore,
        ownerRole,
        escalationRoles,
        perAgency);
  }

  /** The length in words, for example {@code 15 working days}. */
  public String lengthInWords() {
    return unit.of(length);
  }

  /** For example {@code 15 working days after the notification was sent}. */
  public String inWords() {
    return lengthInWords()
        + (direction == Direction.AFTER ? " after " : " before ")
        + Words.trigger(trigger);
  }

  /** What it counts, from a date on. */
  Counting from(LocalDate date) {
    return new Counting(trigger, date, length, unit, direction, dayOff);
  }

  /** Whether it counts as another one does. */
  boolean countsAs(Rule other) {
    return from(LocalDate.EPOCH).equals(other.from(LocalDate.EPOCH));
  }

  /** The same clock, due on the day that a person has named in a fact of the case. */
  Rule dueOn(String factKey) {
    return with(
        factKey,
        0,
        Unit.CALENDAR_DAYS,
        Direction.BEFORE,
        DayOff.STAY,
        Source.LOCAL,
        "The day was named in this case");
  }

  /** The same rule counting from another fact of the case; empty for a date that is no fact. */
  Rule countingFrom(String factKey) {
    return with(factKey, length, unit, direction, dayOff, source, citation);
  }

  /** The same rule with so many times its length. */
  Rule times(int number) {
    return with(trigger, length * number, unit, direction, dayOff, source, citation);
  }

  private Rule with(
      String newTrigger,
      int newLength,
      Unit newUnit,
      Direction newDirection,
      DayOff newDayOff,
      Source newSource,
      String newCitation) {
    return new Rule(
        id,
        name,
        newTrigger,
        newLength,
        newUnit,
        newDirection,
        newDayOff,
        newSource,
        newCitation,
        reminderBefore,
        ownerRole,
        escalationRoles,
        perAgency);
  }
}
