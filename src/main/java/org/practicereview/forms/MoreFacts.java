package org.practicereview.forms;

import java.util.Map;
import java.util.Set;

/** Facts that another building block adds to what a form may show, such as the dates of clocks. */
public interface MoreFacts {

  /**
   * The keys of these facts, or the part of them that all have in common, such as {@code DueOn}. A
   * form in which none of them stands opens without these facts, so that a form costs what it
   * shows.
   */
  Set<String> keys();

  /** Whether any of these facts is asked for in a text: a form file, or a key by itself. */
  default boolean areAskedIn(String text) {
    return keys().stream().anyMatch(text::contains);
  }

  /**
   * Facts of a case by key.
   *
   * @param scope agency or partner the form is for, or empty
   */
  Map<String, Object> of(String caseReference, String scope);
}
