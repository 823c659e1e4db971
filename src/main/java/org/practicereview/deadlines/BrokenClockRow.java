package org.practicereview.deadlines;

import java.util.List;

/**
 * A version of the table of clocks holds rows that cannot be counted by. Those clocks go on as the
 * last good row says; all others are not touched.
 *
 * @param version id of the version of the table
 * @param clocks ids of the clocks; empty where the whole table cannot be read
 * @param without ids of those of which no earlier version had a good row either
 */
public record BrokenClockRow(String version, List<String> clocks, List<String> without) {}
