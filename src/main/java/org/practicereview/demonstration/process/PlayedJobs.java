package org.practicereview.demonstration.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.practicereview.security.InDemonstration;

/**
 * Keeps the engine's worker away from the jobs of a case while its story is played: to the worker,
 * a timer of last month is due now, but in the story its day may never come. Jobs that come to be
 * on a thread that plays get a priority below what the worker takes, another one for each story.
 */
@InDemonstration
class PlayedJobs extends AbstractProcessEnginePlugin {

  /** The least priority that the worker takes. */
  static final long LEAST = 0;

  private final ThreadLocal<Long> story = new ThreadLocal<>();

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setJobPriorityProvider(new Priorities());
    engine.setJobExecutorAcquireByPriority(true);
    engine.setJobExecutorPriorityRangeMin(LEAST);
  }

  /** From now on jobs that come to be on this thread have that priority. */
  void set(long priority) {
    story.set(priority);
  }

  /** The priority of jobs that come to be on this thread. */
  long get() {
    return story.get();
  }

  void clear() {
    story.remove();
  }

  private final class Priorities extends DefaultJobPriorityProvider {

    @Override
    public long determinePriority(
        ExecutionEntity execution, JobDeclaration<?, ?> job, String definition) {
      Long played = story.get();
      return played == null ? super.determinePriority(execution, job, definition) : played;
    }
  }
}
