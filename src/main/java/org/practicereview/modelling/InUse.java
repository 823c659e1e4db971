package org.practicereview.modelling;

import java.time.Instant;
import java.util.List;

/**
 * Something that the workshop lists, with its versions.
 *
 * @param kind what it is
 * @param id its id
 * @param name what people call it
 * @param shipped whether what is in use is, letter by letter, what came with the service
 * @param versions the newest first, which is in use
 */
public record InUse(Kind kind, String id, String name, boolean shipped, List<Version> versions) {

  /**
   * One version.
   *
   * @param number counts from 1
   * @param file name of the file as it was deployed
   * @param deployment where it is kept in the engine; empty for letters
   * @param at when it was deployed; null where it came in a folder
   * @param by who deployed it; empty for the service itself
   * @param cases how many open cases run on it; -1 where all cases use the version in use
   */
  public record Version(
      int number, String file, String deployment, Instant at, String by, int cases) {

    /** Whether cases stay on the version on which they began. */
    public boolean countsCases() {
      return cases >= 0;
    }
  }

  /** The version in use. */
  public Version latest() {
    return versions.get(0);
  }

  /** How many open cases run on versions before the one in use. */
  public int casesBefore() {
    return versions.stream().skip(1).mapToInt(version -> Math.max(0, version.cases())).sum();
  }
}
