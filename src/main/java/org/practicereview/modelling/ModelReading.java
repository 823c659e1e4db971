package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One model under the eyes of the rules, and what they found. */
final class ModelReading {

  private final String name;
  private final String xml;
  private final BpmnModelInstance model;
  private final Surroundings surroundings;
  private Map<BaseElement, Map<String, String>> told;
  private final List<Finding> findings = new ArrayList<>();

  ModelReading(String file, String xml, BpmnModelInstance model, Surroundings surroundings) {
    this.xml = xml;
    this.model = model;
    this.surroundings = surroundings;
    this.name =
        model.getModelElementsByType(Process.class).stream()
            .map(Process::getId)
            .findFirst()
            .orElse(file);
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  String xml() {
    return xml;
  }

  BpmnModelInstance model() {
    return model;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  void say(String element, String sentence) {
    findings.add(new Finding(name, element == null ? "" : element, sentence));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What was found since this was asked last. */
  List<Finding> takeFindings() {
    List<Finding> taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  /** What the model tells its elements; those that are told nothing are not among them. */
  Map<BaseElement, Map<String, String>> told() {
    if (told == null) {
      told = new LinkedHashMap<>();
      for (CamundaProperties properties : all(CamundaProperties.class)) {
        if (properties.getParentElement().getParentElement() instanceof BaseElement element) {
          told.put(element, propertiesOf(element));
        }
      }
    }
    return told;
  }

  static Map<String, String> propertiesOf(BaseElement element) {
    Map<String, String> values = new TreeMap<>();
    if (element.getExtensionElements() != null) {
      element
          .getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaProperties.class)
          .list()
          .forEach(
              properties ->
                  properties
                      .getCamundaProperties()
                      .forEach(one -> values.put(one.getCamundaName(), one.getCamundaValue())));
    }
    return values;
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** What stands between commas; a comma within an expression parts nothing. */
  static List<String> groups(String list) {
    return Arrays.stream(list.split(",(?![^{]*})"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** The listeners of a task; their order is that of the model. */
  static List<CamundaTaskListener> listenersOf(UserTask task) {
    return task.getExtensionElements() == null
        ? List.of()
        : task.getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaTaskListener.class)
            .list();
  }
}
