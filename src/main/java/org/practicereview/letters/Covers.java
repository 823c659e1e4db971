package org.practicereview.letters;

import java.util.List;

/**
 * Who does the work of people that are away; what is urgent goes to them, too. Implemented by the
 * building block that keeps absences.
 */
public interface Covers {

  /**
   * A colleague in the place of someone who is away today.
   *
   * @param userId their account
   * @param address e-mail address, or empty
   */
  record Cover(String userId, String address) {}

  /** Those who cover for someone of a group today. */
  List<Cover> of(String partnership, String group);
}
