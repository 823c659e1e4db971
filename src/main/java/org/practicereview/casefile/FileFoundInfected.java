package org.practicereview.casefile;

/**
 * A file that had been taken turned out to be harmful.
 *
 * @param by who sent it
 */
public record FileFoundInfected(String documentId, String caseReference, String by) {}
