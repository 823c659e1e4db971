package org.practicereview.forms;

import java.util.Map;

/** Facts that another building block adds to what a form may show, such as the dates of clocks. */
public interface MoreFacts {

  /**
   * Facts of a case by key.
   *
   * @param scope agency or partner the form is for, or empty
   */
  Map<String, Object> of(String caseReference, String scope);
}
