package org.practicereview.engine;

import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Leaves out of the engine's history what no page and no door shows, half of its rows: who claimed
 * and completed a task stands in the trail, values in the case file, and a job that fails is an
 * incident. What administrators change, and the path of a case, is kept.
 */
@Component
class HistoryKept extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryEventHandler(new Handler());
  }

  private static final class Handler extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (isKept(event)) {
        super.handleEvent(event);
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }

    /** The last value of a variable is kept, not each one that it had. */
    @Override
    protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
      return false;
    }

    private static boolean isKept(HistoryEvent event) {
      return !(event instanceof HistoricJobLogEvent)
          && !(event instanceof HistoricFormPropertyEventEntity)
          && !(event instanceof UserOperationLogEntryEventEntity entry && isOfCases(entry));
    }

    /** Tasks that were claimed and completed, and what the service did by itself. */
    private static boolean isOfCases(UserOperationLogEntryEventEntity entry) {
      boolean byNoOne =
          entry.getUserId() == null && !EntityTypes.DEPLOYMENT.equals(entry.getEntityType());
      return UserOperationLogEntry.CATEGORY_TASK_WORKER.equals(entry.getCategory())
          || UserOperationLogEntry.CATEGORY_OPERATOR.equals(entry.getCategory()) && byNoOne;
    }
  }
}
