package org.practicereview.naming.process;

import org.camunda.bpm.engine.TaskService;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An account that is ended is named on no case any more, and holds no task: what it had taken waits
 * again for all whose work it is.
 */
@Component
class EndedAccounts {

  private final CasePeople people;
  private final TaskService tasks;
  private final EngineIdentity identity;

  EndedAccounts(CasePeople people, TaskService tasks, EngineIdentity identity) {
    this.people = people;
    this.tasks = tasks;
    this.identity = identity;
  }

  @EventListener
  void free(AccountEnded account) {
    for (CasePerson named : people.named(account.userId())) {
      people.end(named.caseReference(), named.id(), account.by());
    }
    identity.asService(
        () -> {
          tasks
              .createTaskQuery()
              .taskAssignee(account.userId())
              .list()
              .forEach(task -> tasks.setAssignee(task.getId(), null));
          return null;
        });
  }
}
