package org.practicereview.files;

/** Knows harmful files. */
public interface VirusScanner {

  /** What a scanner says of a file. */
  enum Verdict {
    /** Nothing harmful is known of it. */
    CLEAN,
    /** It is known as harmful. */
    INFECTED,
    /** The scanner gives no answer at present; ask again later. */
    NOT_NOW,
    /** The administrator has switched scanning off. */
    OFF
  }

  /** Asks about a file. */
  Verdict scan(byte[] content);

  /** Whether the scanner would answer; false as well where it is off. */
  boolean answers();

  /** Whether the administrator has switched scanning off. */
  boolean isOff();
}
