package org.practicereview.casefile;

import java.util.Map;

/** A section of the page of a case, put together by the building block that knows it. */
public interface CaseSection {

  /**
   * What the page shows, by the names in its template: only what the person looking may see. A name
   * belongs to one section.
   */
  Map<String, Object> of(CaseView view);
}
