package org.practicereview.casefile;

/** Somebody was named on a case, or is named no longer. */
public record NamingChanged(String caseReference) {}
