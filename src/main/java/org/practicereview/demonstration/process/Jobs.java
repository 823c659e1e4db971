package org.practicereview.demonstration.process;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The work that a case has for the service itself. */
@Component
class Jobs {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final RuntimeService runtime;
  private final ManagementService management;
  private final boolean worker;

  Jobs(
      RuntimeService runtime,
      ManagementService management,
      @Value("${camunda.bpm.job-execution.enabled:true}") boolean worker) {
    this.runtime = runtime;
    this.management = management;
    this.worker = worker;
  }

  /**
   * Comes back when the case waits for people or for a day to come: lets the engine's worker do
   * what is to be done, timers of days gone by among it, or does it here where no worker runs.
   *
   * @throws IllegalStateException if the work does not come to an end
   */
  void finish(String caseReference) {
    long end = System.nanoTime() + LONGEST.toNanos();
    for (Optional<Job> next = next(caseReference); next.isPresent(); next = next(caseReference)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The work on " + caseReference + " finds no end");
      }
      if (worker) {
        await();
      } else {
        management.executeJob(next.get().getId());
      }
    }
  }

  /**
   * A job of the case. All jobs are read in one look: a step of one process can be the start of
   * another, and between two looks it would be seen in neither. One that collided with another and
   * waits to be tried again counts; a timer of a day to come does not.
   */
  private Optional<Job> next(String caseReference) {
    Date now = ClockUtil.getCurrentTime();
    return management.createJobQuery().withRetriesLeft().list().stream()
        .filter(job -> !(job instanceof TimerEntity && job.getDuedate().after(now)))
        .filter(job -> isOf(caseReference, job))
        .findFirst();
  }

  private boolean isOf(String caseReference, Job job) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(job.getProcessInstanceId())
            .singleResult();
    // Gone since the look: its process has just ended, and may have begun the next.
    return instance == null || caseReference.equals(instance.getBusinessKey());
  }

  private static void await() {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The service is shutting down", e);
    }
  }
}
