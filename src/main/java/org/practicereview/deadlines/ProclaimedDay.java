package org.practicereview.deadlines;

import java.time.LocalDate;

/**
 * A bank holiday proclaimed on its own, as in 2022 and 2023.
 *
 * @param date the holiday
 * @param name as it is written where a count skips it
 * @param proclaimedOn from when on it counts as a holiday here
 * @param by user id of who entered it
 */
public record ProclaimedDay(LocalDate date, String name, LocalDate proclaimedOn, String by) {}
