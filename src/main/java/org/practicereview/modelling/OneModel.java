package org.practicereview.modelling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One model, read once for all rules. */
final class OneModel {

  private final String file;
  private final String xml;
  private final BpmnModelInstance model;
  private Set<String> variables;
  private Map<String, Set<String>> clocks;
  private Collection<FormUse> forms;

  OneModel(String file, String xml, BpmnModelInstance model) {
    this.file = file;
    this.xml = xml;
    this.model = model;
  }

  private static final BpmnParser WITHOUT_SCHEMA = new WithoutSchema();

  /**
   * A place in a model where a form is filled in.
   *
   * @param element id of the task or start event
   * @param name what the task is called
   * @param form id of the form
   * @param groups whom it is offered to
   * @param variables keys of the answers that the model takes from it
   */
  record FormUse(
      String element, String name, String form, Set<String> groups, Set<String> variables) {}

  static OneModel read(String file, String xml) {
    return new OneModel(file, xml, Bpmn.readModelFromStream(bytes(xml)));
  }

  /**
   * The same without comparing it with the schema of BPMN, which takes most of the time. The engine
   * does that itself, later; a person is told sooner and in better words.
   */
  static OneModel trust(String file, String xml) {
    return new OneModel(file, xml, WITHOUT_SCHEMA.parseModelFromStream(bytes(xml)));
  }

  private static InputStream bytes(String xml) {
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static final class WithoutSchema extends BpmnParser {
    @Override
    public void validateModel(DomDocument document) {
      // Left to the engine.
    }
  }

  String file() {
    return file;
  }

  String xml() {
    return xml;
  }

  BpmnModelInstance model() {
    return model;
  }

  /** Names of the variables that it declares, sets or hands on. */
  synchronized Set<String> variables() {
    if (variables == null) {
      variables = ModelRules.variablesOf(model);
    }
    return variables;
  }

  /** Ids of its processes. */
  Set<String> processes() {
    Set<String> ids = new TreeSet<>();
    all(Process.class).stream().map(Process::getId).filter(Objects::nonNull).forEach(ids::add);
    return ids;
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  /** The clocks that its steps start or stop, by the building block. */
  synchronized Map<String, Set<String>> clocks() {
    if (clocks == null) {
      clocks = readClocks();
    }
    return clocks;
  }

  private Map<String, Set<String>> readClocks() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (ServiceTask task : all(ServiceTask.class)) {
      String clock = ModelReading.propertiesOf(task).get("clock");
      String block = String.valueOf(task.getCamundaDelegateExpression());
      if (clock != null && block.matches("\\$\\{(startClock|stopClock)}")) {
        found
            .computeIfAbsent(block.substring(2, block.length() - 1), one -> new TreeSet<>())
            .add(clock);
      }
    }
    return found;
  }

  /** Where forms are filled in. */
  synchronized Collection<FormUse> forms() {
    if (forms == null) {
      forms = readForms();
    }
    return forms;
  }

  private Collection<FormUse> readForms() {
    Map<String, FormUse> uses = new TreeMap<>();
    for (UserTask task : all(UserTask.class)) {
      use(
          uses,
          task,
          task.getCamundaFormRef(),
          task.getCamundaFormKey(),
          String.valueOf(task.getCamundaCandidateGroups()));
    }
    for (StartEvent start : all(StartEvent.class)) {
      use(uses, start, start.getCamundaFormRef(), start.getCamundaFormKey(), "");
    }
    return uses.values();
  }

  private static void use(
      Map<String, FormUse> uses, BaseElement at, String ref, String key, String groups) {
    String form = ref != null ? ref : key == null ? null : formOf(key);
    if (form != null) {
      Set<String> variables = new TreeSet<>();
      ModelReading.propertiesOf(at).keySet().stream()
          .filter(name -> name.startsWith("variable:"))
          .forEach(name -> variables.add(name.substring("variable:".length())));
      uses.put(
          at.getId(),
          new FormUse(
              at.getId(),
              Objects.requireNonNullElse(at.getAttributeValue("name"), ""),
              form,
              new TreeSet<>(ModelReading.groups(groups)),
              variables));
    }
  }

  /** From {@code embedded:deployment:forms/stage/task.html} to {@code task}. */
  static String formOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
  }
}
