package org.practicereview.forms;

import java.util.Arrays;
import java.util.Optional;

/** Who may read an answer: the class that a form gives a question. */
public enum Access {
  /** Whoever may know who the child and the family are, and the agency that the answer is about. */
  IDENTITY("identity"),
  /** As {@link #IDENTITY}, and every member of the review team. */
  REVIEW_TEAM("review-team"),
  /** Only those who prepare the sessions: the reviewer, the review team, the business manager. */
  SESSIONS("sessions"),
  /**
   * Who came to a session, its themes, the facts that were agreed and the lessons: the reviewer and
   * the business manager; the review team where the partnership shares them.
   */
  SESSION_OUTCOMES("session-outcomes"),
  /**
   * What practitioners said: the reviewer and the business manager, until the case is closed; the
   * review team only where the partnership promises no confidentiality.
   */
  SESSION_CONTENTS("session-contents");

  private final String word;

  Access(String word) {
    this.word = word;
  }

  /** The class as forms name it. */
  public String word() {
    return word;
  }

  /** The class that a form names; empty if there is none of this name. */
  public static Optional<Access> of(String word) {
    return Arrays.stream(values()).filter(access -> access.word.equals(word)).findFirst();
  }
}
