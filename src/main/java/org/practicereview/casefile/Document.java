package org.practicereview.casefile;

import java.time.Instant;
import java.util.Locale;

/**
 * A file in a case, without its content.
 *
 * @param kind what it is, for example {@code letter} or {@code rapid-review-report}
 * @param accessClass {@code PUBLIC}, {@code PARTNERSHIP}, {@code AGENCY_ONLY}, {@code
 *     REVIEW_GROUP}, {@code SESSION}, {@code REVIEWER_ONLY} or {@code SEALED}; or, as long as it
 *     opens for no one, {@link #WAITING} or {@link #INFECTED}
 * @param scope agency it belongs to, or empty
 * @param version counts up over documents of the same kind and scope
 */
public record Document(
    String id,
    String caseReference,
    String kind,
    String name,
    String mediaType,
    long size,
    String sha256,
    String accessClass,
    String scope,
    int version,
    String by,
    Instant at) {

  /** In the place of its access: it waits for the virus scanner. */
  public static final String WAITING = "WAITING";

  /** In the place of its access: the virus scanner knows it as harmful. */
  public static final String INFECTED = "INFECTED";

  /** Whether it opens for no one because of the virus scanner. */
  public boolean isInQuarantine() {
    return accessClass.equals(WAITING) || accessClass.equals(INFECTED);
  }

  /** The kind of a file that answers a question of its own: {@code draft-report}. */
  public static String kindOf(String question) {
    return question.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
