package org.practicereview.partnership;

import java.util.List;
import java.util.Optional;

/** The partnerships this installation serves. */
public interface Partnerships {

  /**
   * A partnership by its id.
   *
   * @throws IllegalArgumentException if there is none
   */
  Partnership get(String id);

  /** The same for what a person asks for, who may ask for any. */
  default Optional<Partnership> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** All of them, by name. */
  List<Partnership> all();
}
