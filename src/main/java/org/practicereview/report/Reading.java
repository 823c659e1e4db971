package org.practicereview.report;

import java.time.Instant;

/**
 * That someone read in a copy.
 *
 * @param reader user id
 * @param first when they opened it first
 * @param last when they opened it last
 * @param pages how many different pages they opened
 */
public record Reading(String reader, Instant first, Instant last, int pages) {}
