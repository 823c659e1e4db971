package org.practicereview.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task someone has to do, as lists show it.
 *
 * @param taskId the engine's id of the task
 * @param caseReference the case, or empty
 * @param partnership id of the partnership, or empty
 * @param task what is to be done, in words
 * @param stage name of the process it belongs to
 * @param groups ids of the groups it is offered to, sorted
 * @param people user ids of those it is offered to by name, sorted
 * @param meant ids of the groups whose work it is although only some of them may do it, sorted
 * @param assignee user id of who has taken it, or null
 * @param dueOn day it is due (Europe/London), or null
 * @param law what law or national guidance says of the due date; empty where none stands behind it
 * @param priority the engine's priority; see {@link Urgency}
 * @param waitingSince when it was opened
 */
public record WorkItem(
    String taskId,
    String caseReference,
    String partnership,
    String task,
    String stage,
    List<String> groups,
    List<String> people,
    List<String> meant,
    String assignee,
    LocalDate dueOn,
    String law,
    int priority,
    Instant waitingSince) {

  public WorkItem {
    groups = groups.stream().distinct().sorted().toList();
    people = people.stream().distinct().sorted().toList();
    meant = meant.stream().distinct().sorted().toList();
  }

  /** Whether a clock of law or national guidance stands behind the due date. */
  public boolean statutory() {
    return !law.isEmpty();
  }

  /** All groups whose work it is, whether or not each of their people may do it. */
  public List<String> roles() {
    return Stream.concat(groups.stream(), meant.stream()).distinct().sorted().toList();
  }
}
