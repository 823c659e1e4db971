package org.practicereview.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/**
 * The extension properties of the model element a process is standing on: how a model tells a
 * building block what to do ("which letter", "to whom"). Read from the model rather than injected
 * as fields, since one delegate serves every case at once.
 */
public final class ElementProperties {

  private final String elementId;
  private final Map<String, String> values;

  private ElementProperties(String elementId, Map<String, String> values) {
    this.elementId = elementId;
    this.values = values;
  }

  /** The properties of the element that {@code execution} is at. */
  public static ElementProperties of(DelegateExecution execution) {
    return of(execution.getBpmnModelElementInstance());
  }

  /** The properties of a model element. */
  public static ElementProperties of(BaseElement element) {
    Map<String, String> values = new TreeMap<>();
    if (element.getExtensionElements() != null) {
      element
          .getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaProperties.class)
          .list()
          .stream()
          .flatMap(properties -> properties.getCamundaProperties().stream())
          .forEach(property -> values.put(property.getCamundaName(), property.getCamundaValue()));
    }
    return new ElementProperties(element.getId(), values);
  }

  /**
   * The value of a property.
   *
   * @throws IllegalStateException naming element and property, if the model leaves it out
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The model element "
                        + elementId
                        + " does not say which "
                        + name
                        + " is meant"));
  }

  /** The value of a property, if the model gives one that is not blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** The comma-separated values of a property; empty if the model leaves it out. */
  public List<String> list(String name) {
    return optional(name)
        .map(value -> Arrays.stream(value.split(",")).map(String::strip).toList())
        .orElse(List.of());
  }

  /** All properties whose name starts with {@code prefix}, keyed by the rest of the name. */
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
