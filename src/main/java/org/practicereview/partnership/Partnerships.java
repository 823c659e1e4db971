package org.practicereview.partnership;

import java.util.List;

/** The partnerships this installation serves. */
public interface Partnerships {

  /**
   * A partnership by its id.
   *
   * @throws IllegalArgumentException if there is none
   */
  Partnership get(String id);

  /** All of them, by name. */
  List<Partnership> all();
}
