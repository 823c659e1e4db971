package org.practicereview.modelling;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Letters, clocks, called processes and decisions exist; calls take the latest version. */
final class ReferenceRule implements ModelRule {

  /** The one call whose process is chosen while a case runs: what can happen at any time. */
  private static final String EVENT = "${event}";

  @Override
  public void check(ModelReading reading) {
    Surroundings known = reading.surroundings();
    reading
        .told()
        .forEach(
            (element, given) -> {
              mustExist(reading, element, "letter", given.get("letter"), known.letters());
              mustExist(reading, element, "notice", given.get("notice"), known.letters());
              mustExist(reading, element, "clock rule", given.get("clock"), known.clocks());
            });
    for (CallActivity call : reading.all(CallActivity.class)) {
      if (!EVENT.equals(call.getCalledElement())) {
        mustExist(reading, call, "called process", call.getCalledElement(), known.processes());
      }
      String binding = call.getCamundaCalledElementBinding();
      if (binding != null && !binding.equals("latest")) {
        reading.say(call.getId(), "the call must take the latest version");
      }
      if (!passesReference(call)) {
        reading.say(call.getId(), "the call does not hand on the case reference");
      }
    }
    for (BusinessRuleTask task : reading.all(BusinessRuleTask.class)) {
      if (task.getCamundaDecisionRef() == null) {
        reading.say(task.getId(), "the task names no decision");
      }
      mustExist(reading, task, "decision", task.getCamundaDecisionRef(), known.decisions());
      String binding = task.getCamundaDecisionRefBinding();
      if (binding != null && !binding.equals("latest")) {
        reading.say(task.getId(), "the decision must be bound to its latest version");
      }
    }
  }

  private static boolean passesReference(CallActivity call) {
    return call.getExtensionElements() != null
        && call
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaIn.class)
            .list()
            .stream()
            .anyMatch(in -> in.getCamundaBusinessKey() != null);
  }

  private static void mustExist(
      ModelReading reading, BaseElement element, String what, String name, Set<String> known) {
    if (name != null && !known.contains(name)) {
      reading.say(element.getId(), "the " + what + " " + name + " does not exist");
    }
  }
}
