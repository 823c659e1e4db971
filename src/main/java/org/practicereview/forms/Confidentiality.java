package org.practicereview.forms;

import java.util.EnumSet;
import java.util.Set;

/**
 * What forms say of the answer to a question: who may read it, and whether it holds words of the
 * report, which a seal closes for everyone.
 *
 * @param access classes of which a reader must satisfy every one; none where no form says anything
 * @param holdsReport whether the answer holds words of the report
 */
public record Confidentiality(Set<Access> access, boolean holdsReport) {

  /** What an answer that holds words of the report is marked with. */
  public static final String REPORT = "report";

  /** A question of which its form says nothing. */
  public static final Confidentiality NOT_SAID = new Confidentiality(Set.of(), false);

  /** Keeps its own copy. */
  public Confidentiality {
    access = Set.copyOf(access);
  }

  /**
   * What is said of a question here, or else around it. A word that is not known closes the answer
   * as far as can be: a spelling mistake must not open it to more readers.
   *
   * @param access name of a class of access, or empty
   * @param holds {@code report}, or empty
   */
  public static Confidentiality said(String access, String holds, Confidentiality around) {
    Set<Access> own =
        access.isEmpty()
            ? around.access()
            : Access.of(access).map(Set::of).orElse(EnumSet.allOf(Access.class));
    return new Confidentiality(own, around.holdsReport() || !holds.isEmpty());
  }

  /** The classes that a reader must satisfy; identity where the form says nothing. */
  public Set<Access> readers() {
    return access.isEmpty() ? Set.of(Access.IDENTITY) : access;
  }

  /** The stricter of both: readers must be allowed by this and by the other. */
  public Confidentiality and(Confidentiality other) {
    Set<Access> both = EnumSet.copyOf(readers());
    both.addAll(other.readers());
    return new Confidentiality(both, holdsReport || other.holdsReport);
  }
}
