package org.practicereview.engine;

import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.forms.FormRefused;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;

/** Gives a task from one person to another, with the rules by which people take tasks. */
@Service
public class TaskHolders {

  private final TaskService tasks;
  private final FormPlaces places;
  private final FourEyes eyes;
  private final EngineIdentity identity;

  TaskHolders(TaskService tasks, FormPlaces places, FourEyes eyes, EngineIdentity identity) {
    this.tasks = tasks;
    this.places = places;
    this.eyes = eyes;
    this.identity = identity;
  }

  /** Why someone may not do a task, as half a sentence; empty if they may. */
  public Optional<String> whyNot(String taskId, String userId) {
    return identity.asPerson(
        userId,
        () -> {
          try {
            eyes.check(places.of(taskId), userId);
            return Optional.empty();
          } catch (NotThere e) {
            return Optional.of("it is not offered to them, or they may not see the case");
          } catch (FormRefused e) {
            return Optional.of("it must be done by another person, as they did what it checks");
          }
        });
  }

  /**
   * Gives a task to someone else, or back to all whose work it is.
   *
   * @param holder who was seen to have it, or null if no one
   * @param to the new holder, whom the caller has asked {@link #whyNot} about; null for no one
   * @throws Refused if someone else has it by now, or it is done; nothing is changed then
   */
  public void give(String taskId, String holder, String to) {
    identity.asService(
        () -> {
          boolean asSeen =
              holder == null
                  ? tasks.createTaskQuery().taskId(taskId).taskUnassigned().count() == 1
                  : tasks.createTaskQuery().taskId(taskId).taskAssignee(holder).count() == 1;
          if (!asSeen) {
            throw new Refused("Someone else now has this task, or it is done");
          }
          try {
            tasks.setAssignee(taskId, to);
          } catch (OptimisticLockingException e) {
            throw new Refused("Someone else changed this task at the same moment", e);
          }
          return null;
        });
  }
}
