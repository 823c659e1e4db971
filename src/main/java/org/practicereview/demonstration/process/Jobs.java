package org.practicereview.demonstration.process;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
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
   * Comes back when the case waits for people or for a day: lets the engine's worker do what is to
   * be done, or does it here where no worker runs. Timers are left to the engine.
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

  private Optional<Job> next(String caseReference) {
    return runtime
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
                    .executable()
                    .list()
                    .stream())
        .findFirst();
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
