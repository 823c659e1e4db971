package org.practicereview.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.PartnersSaid;
import org.practicereview.engine.ProcessBean;

/** Lets a gateway ask whether the safeguarding partners agree with what was decided. */
@ProcessBean("positions")
public class Positions {

  private final PartnersSaid said;

  Positions(PartnersSaid said) {
    this.said = said;
  }

  /** Whether a partner differs from the decision on a practice review. */
  public boolean differ(DelegateExecution execution) {
    return said.differFromDecision(execution.getProcessBusinessKey());
  }
}
