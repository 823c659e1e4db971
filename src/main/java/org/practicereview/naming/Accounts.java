package org.practicereview.naming;

import java.util.List;
import org.practicereview.partnership.Partnership;

/** The accounts of a partnership that may be named on one of its cases. */
public interface Accounts {

  /**
   * An account.
   *
   * @param name what people call its owner
   */
  record Account(String userId, String name) {}

  /** Everyone with the role of a lead reviewer in a partnership. */
  List<Account> reviewers(Partnership partnership);

  /** Everyone who works for an agency of a partnership. */
  List<Account> of(Partnership partnership, String agency);
}
