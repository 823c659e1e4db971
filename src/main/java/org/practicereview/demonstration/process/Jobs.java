package org.practicereview.demonstration.process;

import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Does the work that a case has for the service itself, without waiting for the engine's worker.
 */
@Component
class Jobs {

  private final RuntimeService runtime;
  private final ManagementService management;

  Jobs(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  /**
   * Does the next piece of work; timers are left to the engine.
   *
   * @return whether there was one
   * @throws OptimisticLockingException if the engine's worker did it at the same moment
   */
  boolean doNext(String caseReference) {
    Optional<Job> next =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(caseReference)
            .list()
            .stream()
            .flatMap(
                instance ->
                    management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .messages()
                        .withRetriesLeft()
                        .list()
                        .stream())
            .findFirst();
    next.ifPresent(this::execute);
    return next.isPresent();
  }

  private void execute(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (OptimisticLockingException e) {
      throw e;
    } catch (ProcessEngineException e) {
      // Done by the worker between the look and the try: nothing is wrong.
      if (management.createJobQuery().jobId(job.getId()).count() > 0) {
        throw e;
      }
    }
  }
}
