package org.practicereview.casefile;

import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Says what the service itself says of a case in the words of the case's partnership. */
@Component
public class CaseWords {

  private final CaseFiles cases;
  private final Partnerships partnerships;

  CaseWords(CaseFiles cases, Partnerships partnerships) {
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /**
   * A text of the service as the people of a case say it.
   *
   * @param written never what a person typed
   */
  public String say(String caseReference, String written) {
    return partnerships.get(cases.get(caseReference).partnership()).words().in(written);
  }
}
