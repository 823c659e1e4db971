package org.practicereview.absence;

import java.util.List;
import java.util.Optional;

/** The people with an account in a partnership. */
public interface Colleagues {

  /**
   * Someone with an account.
   *
   * @param name what people call them
   * @param address e-mail address, or empty
   * @param groups their roles and agencies in the partnership, as ids of groups
   */
  record Colleague(String userId, String name, String address, List<String> groups) {

    public Colleague {
      groups = List.copyOf(groups);
    }
  }

  /** Everyone who works for a partnership, by name. */
  List<Colleague> of(String partnership);

  /** Accounts that are gone and have taken a task, in whatever partnership. */
  List<String> goneWithWork();

  /** One of them; empty if they do not work there, or have no account any more. */
  default Optional<Colleague> find(String partnership, String userId) {
    return of(partnership).stream().filter(one -> one.userId().equals(userId)).findFirst();
  }
}
