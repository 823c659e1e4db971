package org.practicereview.audit;

import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param number position in the whole trail, rising
 * @param at when it was written
 * @param caseReference the case, or empty for what belongs to no case
 * @param actor user id, or {@code system}
 * @param sentence what happened, in words; names no child and no family member
 */
public record AuditEntry(
    long number, Instant at, String caseReference, String actor, String sentence) {}
