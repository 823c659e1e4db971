package org.practicereview.chronology.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.chronology.SetUpMeetings;
import org.practicereview.engine.ProcessBean;

/** What process models ask about the set-up meeting of the chronologies. */
@ProcessBean("setUpMeeting")
public class SetUpMeeting {

  private final SetUpMeetings meetings;

  SetUpMeeting(SetUpMeetings meetings) {
    this.meetings = meetings;
  }

  /** Whether the agency that variable {@code agency} names was not at the set-up meeting. */
  public boolean missed(DelegateExecution execution) {
    return meetings.missed(
        execution.getProcessBusinessKey(), (String) execution.getVariable("agency"));
  }
}
