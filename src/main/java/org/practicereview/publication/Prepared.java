package org.practicereview.publication;

import java.time.Instant;

/**
 * The version of a case's report that goes out.
 *
 * @param documentId the file that goes to the bodies and to the public
 * @param sha256 of that file
 * @param sourceSha256 of the file it was made from
 */
public record Prepared(
    String caseReference, String documentId, String sha256, String sourceSha256, Instant at) {}
