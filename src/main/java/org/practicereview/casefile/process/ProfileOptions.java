package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnerships;

/** Lets a gateway ask whether the case's partnership takes an optional step. */
@ProcessBean("profile")
public class ProfileOptions {

  private final CaseFiles cases;
  private final Partnerships partnerships;

  ProfileOptions(CaseFiles cases, Partnerships partnerships) {
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** Whether the partnership takes the step; false where its profile is silent. */
  public boolean option(DelegateExecution execution, String key) {
    return partnerships.get(cases.get(execution.getProcessBusinessKey()).partnership()).option(key);
  }
}
