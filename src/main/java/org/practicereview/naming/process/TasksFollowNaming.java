package org.practicereview.naming.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.NamingChanged;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskRoles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Open tasks of a lead reviewer go over to whoever is named as reviewer of the case now, in the
 * transaction in which that changes; nothing of them stays with a former one, who may have taken
 * them already.
 */
@Component
class TasksFollowNaming {

  private final CasePeople people;
  private final TaskService tasks;
  private final TaskRoles roles;
  private final AuthorizationService rights;
  private final EngineIdentity identity;

  TasksFollowNaming(
      CasePeople people,
      TaskService tasks,
      TaskRoles roles,
      AuthorizationService rights,
      EngineIdentity identity) {
    this.people = people;
    this.tasks = tasks;
    this.roles = roles;
    this.rights = rights;
    this.identity = identity;
  }

  /**
   * Only when everything else is done: a step of the engine that ends one naming and begins another
   * has then written its own changes, and its new tasks can be found.
   */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void follow(NamingChanged changed) {
    List<String> reviewers = people.reviewers(changed.caseReference());
    // Whoever names people may not hand over their tasks.
    identity.asService(
        () -> {
          reviewerTasks(changed.caseReference()).forEach(task -> offer(task, reviewers));
          return null;
        });
  }

  private List<Task> reviewerTasks(String caseReference) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseReference).list().stream()
        .filter(task -> roles.of(task).contains(CasePeople.LEAD_REVIEWER))
        .toList();
  }

  private void offer(Task task, List<String> reviewers) {
    List<String> offered =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .map(IdentityLink::getUserId)
            .filter(Objects::nonNull)
            .toList();
    offered.stream()
        .filter(former -> !reviewers.contains(former))
        .forEach(former -> takeBack(task, former));
    reviewers.stream()
        .filter(reviewer -> !offered.contains(reviewer))
        .forEach(reviewer -> tasks.addCandidateUser(task.getId(), reviewer));
  }

  private void takeBack(Task task, String former) {
    if (former.equals(task.getAssignee())) {
      tasks.setAssignee(task.getId(), null);
    }
    tasks.deleteCandidateUser(task.getId(), former);
    // The engine grants a right with each offer, and leaves it behind when the offer ends.
    rights
        .createAuthorizationQuery()
        .userIdIn(former)
        .resourceType(Resources.TASK)
        .resourceId(task.getId())
        .list()
        .stream()
        .map(Authorization::getId)
        .forEach(rights::deleteAuthorization);
  }
}
