package org.practicereview.casefile;

/**
 * A case was closed.
 *
 * @param by user id, or {@code system}
 */
public record CaseClosed(String caseReference, String by) {}
