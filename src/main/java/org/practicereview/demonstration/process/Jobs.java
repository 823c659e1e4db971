package org.practicereview.demonstration.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.practicereview.security.InDemonstration;

/** The work that a case has for the service itself, done by its player while it is played. */
@InDemonstration
class Jobs {

  private static final int MOST_JOBS = 500;

  private final ManagementService management;
  private final PlayedJobs played;
  private final DemonstrationClock clock;
  private final AtomicLong stories = new AtomicLong(PlayedJobs.LEAST);

  Jobs(ManagementService management, PlayedJobs played, DemonstrationClock clock) {
    this.management = management;
    this.played = played;
    this.clock = clock;
  }

  /** From now on the jobs that come to be on this thread are left to it. */
  void keep() {
    played.set(stories.decrementAndGet());
  }

  /** Leaves the jobs kept on this thread, those of days to come, to the engine's worker. */
  void leave() {
    long story = played.get();
    played.clear();
    management
        .createJobQuery()
        .priorityHigherThanOrEquals(story)
        .priorityLowerThanOrEquals(story)
        .list()
        .forEach(this::leave);
  }

  /** Leaves to the engine's worker what a service that stopped while it played kept. */
  void leaveAll() {
    management
        .createJobQuery()
        .priorityLowerThanOrEquals(PlayedJobs.LEAST - 1)
        .list()
        .forEach(this::leave);
  }

  private void leave(Job job) {
    management.setJobPriority(job.getId(), PlayedJobs.LEAST);
  }

  /**
   * Comes back when the case waits for people or for a moment to come.
   *
   * @return when the first of its timers fires
   * @throws IllegalStateException if the work does not come to an end
   */
  Optional<Instant> finish() {
    for (int done = 0; done < MOST_JOBS; done++) {
      Optional<Job> next = kept().min(Comparator.comparing(Jobs::moment));
      Optional<Instant> moment = next.map(Jobs::moment);
      if (moment.filter(one -> !one.isAfter(clock.instant())).isEmpty()) {
        return moment;
      }
      management.executeJob(next.get().getId());
    }
    throw new IllegalStateException("The work of the service finds no end");
  }

  private Stream<Job> kept() {
    return management
        .createJobQuery()
        .priorityHigherThanOrEquals(played.get())
        .priorityLowerThanOrEquals(played.get())
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .list()
        .stream();
  }

  /** What is no timer is to be done before all that is one. */
  private static Instant moment(Job job) {
    return job instanceof TimerEntity ? job.getDuedate().toInstant() : Instant.EPOCH;
  }
}
