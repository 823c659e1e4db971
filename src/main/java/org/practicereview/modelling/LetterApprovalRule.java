package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A letter that needs approval is approved by a person and then sent, in the same model. */
final class LetterApprovalRule implements ModelRule {

  @Override
  public void check(ModelReading reading) {
    Set<String> approved = new TreeSet<>();
    for (UserTask task : reading.all(UserTask.class)) {
      if (ModelReading.listenersOf(task).stream()
          .anyMatch(by -> "${approveLetter}".equals(by.getCamundaDelegateExpression()))) {
        addLetter(approved, ModelReading.propertiesOf(task));
      }
    }
    Set<String> sent = new TreeSet<>();
    for (ServiceTask task : reading.all(ServiceTask.class)) {
      if ("${sendLetter}".equals(task.getCamundaDelegateExpression())) {
        addLetter(sent, ModelReading.propertiesOf(task));
      }
    }
    for (ServiceTask task : reading.all(ServiceTask.class)) {
      Map<String, String> given = ModelReading.propertiesOf(task);
      String letter = given.get("letter");
      if (!"${writeLetter}".equals(task.getCamundaDelegateExpression()) || letter == null) {
        continue;
      }
      String approval = given.getOrDefault("approval", "");
      if (!Set.of("required", "none", "").contains(approval)) {
        reading.say(task.getId(), "approval is either required or none");
      }
      if (approval.equals("required") && !approved.contains(letter)) {
        reading.say(task.getId(), "no one approves the letter " + letter);
      }
      if (approval.equals("required") && !sent.contains(letter)) {
        reading.say(task.getId(), "nothing sends the letter " + letter + " once it is approved");
      }
    }
  }

  private static void addLetter(Set<String> letters, Map<String, String> given) {
    if (given.containsKey("letter")) {
      letters.add(given.get("letter"));
    }
  }
}
