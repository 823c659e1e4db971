package org.practicereview.modelling;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The engine variables of a model: declared by a form, result of a decision, or handed on. */
final class DeclaredNames {

  private static final String PREFIX = "variable:";

  private DeclaredNames() {}

  static Set<String> of(BpmnModelInstance model) {
    Set<String> names = new TreeSet<>();
    for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
      if (property.getCamundaName().startsWith(PREFIX)) {
        names.add(property.getCamundaName().substring(PREFIX.length()));
      }
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      add(names, task.getCamundaResultVariable());
    }
    for (var loop : model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
      add(names, loop.getCamundaElementVariable());
    }
    model
        .getModelElementsByType(CamundaIn.class)
        .forEach(handedOn -> add(names, handedOn.getCamundaTarget()));
    model
        .getModelElementsByType(CamundaOut.class)
        .forEach(handedBack -> add(names, handedBack.getCamundaTarget()));
    return names;
  }

  private static void add(Set<String> names, String name) {
    if (!ModelReading.blank(name)) {
      names.add(name);
    }
  }
}
