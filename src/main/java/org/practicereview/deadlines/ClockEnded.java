package org.practicereview.deadlines;

/**
 * Published, in the same transaction, when a clock is met or cancelled: nothing may remind of it
 * any more.
 */
public record ClockEnded(Deadline deadline, String by) {}
