package org.practicereview.deadlines;

/**
 * How far the open clocks are worked out again after a change of the calendar.
 *
 * @param done how many open clocks are
 * @param all how many open clocks there are
 */
public record WorkedOut(int done, int all) {}
