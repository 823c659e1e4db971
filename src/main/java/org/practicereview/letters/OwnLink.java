package org.practicereview.letters;

import java.time.LocalDate;

/** A link that stands in one letter only and works for its recipient alone. */
public interface OwnLink {

  /** Whether letters of a template hold one. */
  boolean isIn(String template);

  /**
   * Makes it, in the transaction that writes the letter.
   *
   * @param name as the letter addresses its recipient
   * @param address e-mail address, or empty
   */
  Made make(String caseReference, String name, String address);

  /**
   * A link that was made.
   *
   * @param path behind the address of the service
   * @param until last day on which it works
   */
  record Made(String path, LocalDate until) {}
}
