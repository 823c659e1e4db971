package org.practicereview.casefile;

/** The days on which people meet in a case were named anew; some may be gone. */
public record MeetingsChanged(String caseReference) {}
