package org.practicereview.work;

import java.time.Duration;
import java.util.List;

/**
 * How soon work of one urgency is done where no clock of the case sets a date.
 *
 * @param workingDays working days from the day the task opens; 0 is at once
 * @param tellWithin working days within which a task must be due for its people to be told at once,
 *     and not in the mail of the next working morning
 * @param tellNextAfter how long a task about a child's safety may stay unopened before the next
 *     role is told, in real hours, day and night
 * @param thenTold the roles told one after the other while no one opens it, after those whose task
 *     it is
 */
public record TimeToAct(
    int workingDays, int tellWithin, Duration tellNextAfter, List<String> thenTold) {

  public TimeToAct {
    thenTold = List.copyOf(thenTold);
  }
}
