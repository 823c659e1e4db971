package org.practicereview.letters;

/**
 * People whom another building block knows by what they were told before; models name it as {@code
 * among:} and its name, before a kind of recipient.
 */
public interface Audience {

  /** How models name it, for example {@code toldTheDay}. */
  String name();

  /**
   * Whether a recipient belongs to it.
   *
   * @param recipient as {@link Letter#recipientKind()} says it, for example {@code
   *     rows:otherAreas:A1}
   */
  boolean includes(String caseReference, String recipient);
}
