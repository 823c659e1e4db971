package org.practicereview.oversight;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.AccountNames;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task back that someone has taken who is ill or gone, so that a colleague can take it. */
@Service
public class Releases {

  private final WorkItems items;
  private final TaskService tasks;
  private final EngineIdentity identity;
  private final AccountNames names;
  private final AuditTrail audit;

  Releases(
      WorkItems items,
      TaskService tasks,
      EngineIdentity identity,
      AccountNames names,
      AuditTrail audit) {
    this.names = names;
    this.items = items;
    this.tasks = tasks;
    this.identity = identity;
    this.audit = audit;
  }

  /**
   * Gives a task back to all whose work it is, and writes that into the trail of its case.
   *
   * @param partnerships where the caller may do so
   * @param holder who was seen to have it
   * @param by user id of the caller
   * @throws NotThere if there is no such task in these partnerships
   * @throws Refused if someone else has it by now, or no one; nothing is changed then
   */
  @Transactional
  public WorkItem release(String taskId, String holder, List<String> partnerships, String by) {
    WorkItem item =
        items.named(List.of(taskId)).stream()
            .filter(one -> partnerships.contains(one.partnership()))
            .findFirst()
            .orElseThrow(() -> new NotThere("There is no such task"));
    if (!holder.equals(item.assignee())) {
      throw new Refused(
          item.assignee() == null
              ? "No one has this task any more"
              : names.of(item.assignee()) + " now has this task");
    }
    identity.asService(
        () -> {
          tasks.setAssignee(taskId, null);
          return null;
        });
    if (!item.caseReference().isEmpty()) {
      audit.record(
          item.caseReference(),
          by,
          "\""
              + item.task()
              + "\" was taken from "
              + names.of(holder)
              + " and waits for others again.");
    }
    return item;
  }
}
