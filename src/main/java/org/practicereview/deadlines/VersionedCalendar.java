package org.practicereview.deadlines;

/**
 * A calendar and how often it was changed before, so that a date can be explained later as it was
 * worked out.
 */
record VersionedCalendar(int version, WorkingDayCalendar days) {}
