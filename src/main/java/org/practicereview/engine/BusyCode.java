package org.practicereview.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.errorcode.ExceptionCodeProvider;
import org.practicereview.refusals.Busy;
import org.springframework.stereotype.Component;

/** Marks a failure of the engine that only means that the database did not get to it in time. */
@Component
class BusyCode extends AbstractProcessEnginePlugin {

  /** Stands in the answers of the engine's web interface; own codes begin at 20000. */
  static final int CODE = 20503;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomExceptionCodeProvider(
        new ExceptionCodeProvider() {
          @Override
          public Integer provideCode(ProcessEngineException failure) {
            return failure instanceof OptimisticLockingException || !Busy.is(failure) ? null : CODE;
          }

          @Override
          public Integer provideCode(SQLException failure) {
            return Busy.is(failure) ? CODE : null;
          }
        });
  }
}
