package org.practicereview.work;

import java.util.Map;

/** Those who stand in for a role: a mailbox of their own, where the profile has one. */
final class Deputies {

  private static final Map<String, String> MAILBOXES =
      Map.of(
          "head-of-safeguarding", "head-of-safeguarding-deputy",
          "business-manager", "business-manager-deputy");

  private Deputies() {}

  /** The mailbox of those who stand in for a role; that of the role itself where no one does. */
  static String of(String role) {
    return MAILBOXES.getOrDefault(role, role);
  }

  /** The role that a mailbox stands in for, or is the mailbox of. */
  static String roleOf(String mailbox) {
    return MAILBOXES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(mailbox))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(mailbox);
  }
}
