package org.practicereview.forms;

import java.util.Set;

/**
 * A fact that the service works out and a form shows. No one answers it, so it is never read back.
 *
 * @param key key of the field that shows it
 * @param places where the field stands
 */
public record Shown(String key, Set<Asks> places) {

  /** A fact that forms, or the rows in them, show under a key. */
  public static Shown in(String key, Asks... places) {
    return new Shown(key, Set.of(places));
  }
}
