package org.practicereview.casefile;

import java.time.Instant;

/** That the report of a case is sealed: who ordered it, who else confirmed it, since when. */
public record Seal(String caseReference, String orderedBy, String confirmedBy, Instant at) {}
