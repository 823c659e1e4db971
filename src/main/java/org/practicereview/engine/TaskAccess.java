package org.practicereview.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Component;

/** Whether the caller may do a task, and who is doing it. */
@Component
public class TaskAccess {

  private final FormPlaces places;
  private final StartPlaces starts;
  private final HistoryService history;
  private final EngineIdentity identity;
  private final AccountNames names;

  TaskAccess(
      FormPlaces places,
      StartPlaces starts,
      HistoryService history,
      EngineIdentity identity,
      AccountNames names) {
    this.names = names;
    this.places = places;
    this.starts = starts;
    this.history = history;
    this.identity = identity;
  }

  /**
   * Who has taken a task.
   *
   * @param userId their account
   * @param since when they took it, or null if that is not known
   */
  public record Holder(String userId, Instant since) {}

  /**
   * Who has taken a task; empty if no one has.
   *
   * @throws NotThere if the caller may not do the task, or it is done already
   */
  public Optional<Holder> holder(String taskId) {
    Task task = places.mine(taskId);
    return Optional.ofNullable(task.getAssignee())
        .map(user -> new Holder(user, takenAt(taskId, user)));
  }

  /** What someone who has taken a task is called. */
  public String name(Holder holder) {
    return names.of(holder.userId());
  }

  /**
   * The process that the caller may start.
   *
   * @throws NotThere if there is no such process, or they may start it nowhere
   */
  public String process(String definitionId) {
    try {
      String process = places.processKey(definitionId);
      starts.requireOpen(process);
      return process;
    } catch (AuthorizationException e) {
      throw new NotThere("There is nothing to start here");
    }
  }

  private Instant takenAt(String taskId, String user) {
    List<HistoricIdentityLinkLog> taken =
        identity.asService(
            () ->
                history
                    .createHistoricIdentityLinkLogQuery()
                    .taskId(taskId)
                    .type(IdentityLinkType.ASSIGNEE)
                    .userId(user)
                    .operationType("add")
                    .list());
    return taken.stream()
        .map(HistoricIdentityLinkLog::getTime)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(time -> time.toInstant())
        .orElse(null);
  }
}
