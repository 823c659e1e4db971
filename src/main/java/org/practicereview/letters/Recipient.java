package org.practicereview.letters;

import java.util.Map;
import java.util.Optional;

/**
 * Someone a letter goes to.
 *
 * @param kind what the model asked for, for example {@code partners}
 * @param code which one of that kind: agency or role; empty where there is only one
 * @param name how the letter addresses them; may be a person's name
 * @param role the same by role or organisation
 * @param address e-mail address, if one is known
 * @param post who stands on an envelope and where they live, in lines; only for those who get no
 *     e-mail
 * @param row the row of a fact that names them, printed by templates as {@code row}; empty for
 *     everyone else
 */
record Recipient(
    String kind,
    String code,
    String name,
    String role,
    Optional<String> address,
    Optional<String> post,
    Map<String, Object> row) {

  Recipient(String kind, String code, String name, String role, Optional<String> address) {
    this(kind, code, name, role, address, Optional.empty(), Map.of());
  }

  /** The same, told what stands of them in this row. */
  Recipient told(Map<String, Object> of) {
    return new Recipient(kind, code, name, role, address, post, of);
  }

  /** Whether a mail to them goes to this address. */
  boolean reaches(String other) {
    return address.filter(other::equalsIgnoreCase).isPresent();
  }

  /** Tells recipients of one letter apart. */
  String key() {
    return code.isEmpty() ? kind : kind + ":" + code;
  }
}
