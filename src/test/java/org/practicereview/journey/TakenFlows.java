package org.practicereview.journey;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers each sequence flow that a story takes, to see which ways no story goes. */
final class TakenFlows extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> more = listeners == null ? new ArrayList<>() : listeners;
    more.add(new Listening());
    configuration.setCustomPostBPMNParseListeners(more);
  }

  private static final class Listening extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
      String flow = transition.getId();
      transition.addListener(
          ExecutionListener.EVENTNAME_TAKE,
          (ExecutionListener)
              execution ->
                  Told.FLOWS.first(
                      ((ExecutionEntity) execution).getProcessDefinition().getKey(), flow));
    }
  }
}
