package org.practicereview.letters;

import java.util.Optional;

/**
 * Somebody a letter goes to.
 *
 * @param kind what the model asked for, for example {@code partners}
 * @param code which one of that kind: agency or role; empty where there is only one
 * @param name how the letter addresses them; may be a person's name
 * @param role the same by role or organisation
 * @param address e-mail address, if one is known
 */
record Recipient(String kind, String code, String name, String role, Optional<String> address) {

  /** Tells recipients of one letter apart. */
  String key() {
    return code.isEmpty() ? kind : kind + ":" + code;
  }
}
