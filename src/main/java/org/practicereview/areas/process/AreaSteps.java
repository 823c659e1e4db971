package org.practicereview.areas.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.areas.ChildDeathReview;
import org.practicereview.areas.OtherAreas;
import org.practicereview.engine.ProcessBean;

/** Lets a gateway ask whom a case concerns outside the partnership. */
@ProcessBean("othersConcerned")
public class AreaSteps {

  private final OtherAreas areas;
  private final ChildDeathReview deathReview;

  AreaSteps(OtherAreas areas, ChildDeathReview deathReview) {
    this.areas = areas;
    this.deathReview = deathReview;
  }

  /** Whether the notification says that another area is concerned. */
  public boolean concerned(DelegateExecution execution) {
    return areas.concerned(execution.getProcessBusinessKey());
  }

  /** Whether an area is recorded. */
  public boolean anyKnown(DelegateExecution execution) {
    return areas.anyKnown(execution.getProcessBusinessKey());
  }

  /** Whether an area is recorded that was not told yet. */
  public boolean anyToTell(DelegateExecution execution) {
    return areas.anyToTell(execution.getProcessBusinessKey());
  }

  /** Whether an area makes a return and was not asked for it yet. */
  public boolean anyToAsk(DelegateExecution execution) {
    return areas.anyToAsk(execution.getProcessBusinessKey());
  }

  /** Whether the notification says that a child died. */
  public boolean childDied(DelegateExecution execution) {
    return deathReview.childDied(execution.getProcessBusinessKey());
  }

  /** Whether the child death review partners are recorded and were not told yet. */
  public boolean deathReviewToTell(DelegateExecution execution) {
    return deathReview.isToBeTold(execution.getProcessBusinessKey());
  }
}
