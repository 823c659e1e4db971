package org.practicereview.forms;

import java.util.Set;

/**
 * What a question starts with.
 *
 * @param prefill where an answer is taken from when the form opens, or empty
 * @param shown whether it only shows a fact and takes no answer
 */
public record Opening(String prefill, boolean shown) {

  /** The fact of its own key. */
  public static final Opening OWN_FACT = new Opening("", false);

  /** How a prefill begins that counts only until the form was given once. */
  public static final String ONCE = "once:";

  /** The role of whoever opens the form, where they hold one of those that may be chosen. */
  public static final String OWN_ROLE = "ownRole";

  /** The e-mail address of the account of whoever opens the form. */
  public static final String OWN_MAILBOX = "ownMailbox";

  /** Whether it starts from a fact the first time only, and empty when the form comes again. */
  public boolean isOnce() {
    return prefill.startsWith(ONCE);
  }

  /** Whether it starts from something else than a fact: empty, today, or who opens the form. */
  private boolean isNoFact() {
    return Set.of("none", "today", OWN_ROLE, OWN_MAILBOX).contains(prefill);
  }

  /**
   * The key of the fact that it starts from.
   *
   * @param key the question's own
   */
  public String fact(String key) {
    if (prefill.isEmpty()) {
      return key;
    }
    return isOnce() ? prefill.substring(ONCE.length()) : prefill;
  }

  /**
   * Whether it starts from the answer to another question.
   *
   * @param key the question's own
   */
  public boolean isOfAnother(String key) {
    return !isNoFact() && !fact(key).equals(key);
  }
}
