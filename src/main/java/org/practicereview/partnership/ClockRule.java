package org.practicereview.partnership;

/**
 * What a partnership changes about a clock; a null leaves the national rule as it is.
 *
 * @param trigger key of the fact that holds the date the clock starts from
 * @param length number of units
 * @param unit {@code WORKING_DAYS}, {@code CALENDAR_DAYS} or {@code MONTHS}
 * @param reminderBefore how long before the due date a reminder is given, in the rule's own unit of
 *     days
 * @param dayOff {@code STAY}, {@code NEXT} or {@code PREVIOUS}: what becomes of a due date that is
 *     no working day
 */
public record ClockRule(
    String trigger, Integer length, String unit, Integer reminderBefore, String dayOff) {}
