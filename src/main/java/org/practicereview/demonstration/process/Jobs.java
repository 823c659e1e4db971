package org.practicereview.demonstration.process;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.practicereview.security.InDemonstration;
import org.springframework.beans.factory.annotation.Value;

/** The work that a case has for the service itself. */
@InDemonstration
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
    List<Job> jobs =
        management.createJobQuery().withRetriesLeft().list().stream()
            .filter(job -> !(job instanceof TimerEntity && job.getDuedate().after(now)))
            .toList();
    if (jobs.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> references = references(jobs);
    // Without a reference: its process has ended since the look, and may have begun the next.
    return jobs.stream()
        .filter(
            job ->
                references
                    .getOrDefault(job.getProcessInstanceId(), caseReference)
                    .equals(caseReference))
        .findFirst();
  }

  /** Case references by process instance. */
  private Map<String, String> references(List<Job> jobs) {
    Set<String> instances =
        jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet());
    return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
        .collect(
            Collectors.toMap(
                ProcessInstance::getId, found -> Objects.toString(found.getBusinessKey())));
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
