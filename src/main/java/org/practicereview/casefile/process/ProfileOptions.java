package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/** Lets a gateway ask what the profile of the case's partnership says. */
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
    return profile(execution).option(key);
  }

  /** A value the partnership's profile sets; empty where it is silent. */
  public String setting(DelegateExecution execution, String key) {
    return profile(execution).setting(key);
  }

  private Partnership profile(DelegateExecution execution) {
    return partnerships.get(cases.get(execution.getProcessBusinessKey()).partnership());
  }
}
