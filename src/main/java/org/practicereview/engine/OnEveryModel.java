package org.practicereview.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;

/**
 * Something that holds for every model the engine reads, without the model having to say it. It is
 * built before the engine, and so before nearly everything else.
 */
public abstract class OnEveryModel extends AbstractBpmnParseListener
    implements ProcessEnginePlugin {

  @Override
  public final void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners =
        new ArrayList<>(
            configuration.getCustomPreBPMNParseListeners() == null
                ? List.of()
                : configuration.getCustomPreBPMNParseListeners());
    listeners.add(this);
    configuration.setCustomPreBPMNParseListeners(listeners);
  }

  @Override
  public final void postInit(ProcessEngineConfigurationImpl configuration) {}

  @Override
  public final void postProcessEngineBuild(ProcessEngine engine) {}
}
