package org.practicereview.deadlines;

/**
 * The calendar at one of its versions.
 *
 * @param version the number of changes known with it
 * @param workingOut whether open clocks may still be behind it
 */
record VersionedCalendar(int version, WorkingDayCalendar days, boolean workingOut) {}
