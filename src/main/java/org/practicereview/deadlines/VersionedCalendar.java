package org.practicereview.deadlines;

/**
 * A calendar and how many proclaimed days it knows, so that a date can be explained later as it was
 * worked out.
 */
record VersionedCalendar(int version, WorkingDayCalendar days) {}
