package org.practicereview.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/**
 * Decides how often a step that the service could not do is tried again. The long schedule of the
 * settings is for failures that {@linkplain CuredByTime time cures}; any other one becomes an
 * incident after a quarter of a minute.
 */
@Component
class FailedSteps extends AbstractProcessEnginePlugin {

  /** Three tries in all: two jobs that got in each other's way are apart by then. */
  private static final FailedJobRetryConfiguration QUICK =
      new FailedJobRetryConfiguration(3, List.of("PT5S", "PT10S"));

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setFailedJobCommandFactory(ByCause::new);
  }

  private static final class ByCause extends DefaultJobRetryCmd {

    private ByCause(String jobId, Throwable failure) {
      super(jobId, failure);
    }

    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(
        JobEntity job, ActivityImpl activity) {
      if (exception == null || CuredByTime.test(exception)) {
        return super.getFailedJobRetryConfiguration(job, activity);
      }
      if (job.getRetries() > QUICK.getRetries()) {
        job.setRetries(QUICK.getRetries());
      }
      return QUICK;
    }
  }
}
