package org.practicereview.work;

import java.time.Instant;

/**
 * A task that waits for someone, without a word about its case.
 *
 * @param dueAt when it is due, or null
 * @param openedAt since when it waits
 * @param priority the engine's priority; see {@link Urgency}
 * @param partnership id of the partnership
 */
public record WaitingTask(
    String id, Instant dueAt, Instant openedAt, int priority, String partnership) {}
