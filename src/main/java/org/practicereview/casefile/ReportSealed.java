package org.practicereview.casefile;

/**
 * The report of a case has been sealed; whoever holds copies of it listens, in the same
 * transaction.
 *
 * @param by who confirmed it
 */
public record ReportSealed(String caseReference, String by) {}
