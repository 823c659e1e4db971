package org.practicereview.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that stands, or stood, on the public pages.
 *
 * @param id in its public address; says nothing about the case
 * @param kind {@code report}, {@code improvements} or {@code learning-brief}
 * @param title names neither the child, by name or pseudonym, nor the case
 * @param documentId its file, or null
 * @param sha256 of its file, or null
 * @param earliestRemovalOn first day on which it may be taken down
 * @param removedAt when it was taken down, or null
 * @param withdrawn whether that was ordered before its time
 * @param replacedBy id of the corrected version that stands in its place, or null
 * @param correctedOn when this corrected version took the place of another, or null
 */
public record PublishedItem(
    String id,
    String caseReference,
    String partnership,
    String kind,
    String title,
    String summary,
    String documentId,
    String sha256,
    LocalDate publishedOn,
    Instant publishedAt,
    LocalDate earliestRemovalOn,
    Instant removedAt,
    String removedBy,
    boolean withdrawn,
    String replacedBy,
    LocalDate correctedOn) {

  /** The report of a practice review. */
  public static final String REPORT = "report";

  /** What is to improve, in the place of a report. */
  public static final String IMPROVEMENTS = "improvements";

  /** A learning brief. */
  public static final String BRIEF = "learning-brief";

  /** Whether it was taken down. */
  public boolean isRemoved() {
    return removedAt != null;
  }

  /** Whether it is a learning brief. */
  public boolean isBrief() {
    return BRIEF.equals(kind);
  }
}
