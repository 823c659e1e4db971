package org.practicereview.casefile;

/** Someone was named on a case, or is named no longer. */
public record NamingChanged(String caseReference) {}
