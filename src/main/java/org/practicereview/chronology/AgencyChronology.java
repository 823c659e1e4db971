package org.practicereview.chronology;

import java.time.Instant;
import java.util.List;

/**
 * What there is of one agency's chronology.
 *
 * @param agency its code
 * @param state how far it has come
 * @param version how often the agency has given it; 0 before the first time
 * @param writtenAt when it was given last, or null
 * @param approved the rows that a second person of the agency has approved last
 * @param latest the rows as they were given or uploaded last, approved or not
 * @param summary what the agency says of the whole, as approved; empty before
 * @param missing why the review goes on without it, or empty
 */
public record AgencyChronology(
    String agency,
    State state,
    int version,
    Instant writtenAt,
    List<ChronologyRow> approved,
    List<ChronologyRow> latest,
    String summary,
    String missing) {

  /** How far an agency's chronology has come. */
  public enum State {
    /** Nothing has been given yet. */
    NOT_IN("not in yet"),
    /** Rows were uploaded and are being worked on. */
    BEGUN("begun"),
    /** It was given and waits for a second person of the agency. */
    WRITTEN("waits for approval in the agency"),
    /** It went back to its author. */
    SENT_BACK("went back to its author"),
    /** It was approved. */
    APPROVED("approved"),
    /** The review goes on without it. */
    MISSING("missing: the review goes on without it");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** The state as people read it. */
    public String words() {
      return words;
    }
  }
}
