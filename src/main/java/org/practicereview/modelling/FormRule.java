package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every task has a form that exists, in its latest version, and declares typed variables. */
final class FormRule implements ModelRule {

  private static final String EMBEDDED = "embedded:deployment:";
  private static final Set<String> TYPES = Set.of("code", "boolean", "date", "integer");

  @Override
  public void check(ModelReading reading) {
    for (UserTask task : reading.all(UserTask.class)) {
      if (task.getCamundaFormRef() == null && task.getCamundaFormKey() == null) {
        reading.say(task.getId(), "the task has no form");
      }
      checkForm(
          reading,
          task,
          task.getCamundaFormRef(),
          task.getCamundaFormRefBinding(),
          task.getCamundaFormKey());
    }
    for (StartEvent start : reading.all(StartEvent.class)) {
      checkForm(
          reading,
          start,
          start.getCamundaFormRef(),
          start.getCamundaFormRefBinding(),
          start.getCamundaFormKey());
    }
    reading.told().forEach((element, given) -> checkVariables(reading, element, given));
  }

  private static void checkForm(
      ModelReading reading, BaseElement element, String ref, String binding, String key) {
    if (ref != null && !reading.surroundings().forms().contains(ref)) {
      reading.say(element.getId(), "the form " + ref + " does not exist");
    }
    if (ref != null && !"latest".equals(binding)) {
      reading.say(element.getId(), "the form must be bound to its latest version");
    }
    boolean known =
        key == null
            || key.startsWith(EMBEDDED)
                && reading
                    .surroundings()
                    .embeddedForms()
                    .contains(key.substring(EMBEDDED.length()));
    if (!known) {
      reading.say(element.getId(), "the form " + key + " does not exist");
    }
  }

  private static void checkVariables(
      ModelReading reading, BaseElement element, Map<String, String> given) {
    for (Map.Entry<String, String> one : given.entrySet()) {
      if (one.getKey().startsWith("variable:") && !TYPES.contains(one.getValue())) {
        reading.say(
            element.getId(),
            "the variable "
                + one.getKey().substring("variable:".length())
                + " is not a code, boolean, date or integer");
      }
    }
  }
}
