package org.practicereview.forms;

import java.util.Arrays;
import java.util.Optional;

/** Who may read an answer: the class that a form gives a question. */
public enum Access {
  /** Whoever may know who the child and the family are, and the agency that the answer is about. */
  IDENTITY("identity"),
  /** As {@link #IDENTITY}, and every member of the review team. */
  REVIEW_TEAM("review-team"),
  /** Only those who hear practitioners: the reviewer, the review team, the business manager. */
  SESSIONS("sessions");

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
