package org.practicereview.publication;

import java.util.List;

/**
 * Something that can keep a report from being published, for example proceedings beside the review.
 * Every bean of this type is asked each time.
 */
public interface PublicationHold {

  /**
   * Why nothing of a case may be published now.
   *
   * @return in plain words, without personal data and without a final full stop; empty if nothing
   *     holds it
   */
  List<String> reasons(String caseReference);
}
