package org.practicereview.deadlines;

/**
 * Published, in the same transaction, when the dates of an open clock change, or when it is paused
 * or resumed: those who hold a task of it must be told.
 *
 * @param before the clock as it was
 * @param after the clock as it is
 * @param why in words that name no person
 * @param by user id, or {@code system}
 */
public record ClockMoved(Deadline before, Deadline after, String why, String by) {}
