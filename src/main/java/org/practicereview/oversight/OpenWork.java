package org.practicereview.oversight;

import java.time.LocalDate;
import java.util.List;
import org.practicereview.work.Urgency;

/**
 * A task someone has to do.
 *
 * @param taskId id of the task in the engine
 * @param task what is to be done
 * @param stage name of the process it belongs to
 * @param groups ids of the roles and agencies whose work it is
 * @param assignee user id of who does it, or null while no one has claimed it
 * @param dueOn day it is due (Europe/London), or null
 * @param priority the engine's priority; see {@link Urgency}
 */
public record OpenWork(
    String taskId,
    String task,
    String stage,
    List<String> groups,
    String assignee,
    LocalDate dueOn,
    int priority) {

  /** Whether a child's safety depends on it. */
  public boolean actNow() {
    return Urgency.isSafety(priority);
  }
}
