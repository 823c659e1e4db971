package org.practicereview.modelling;

import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A task for a person says what to do, who does it and how. */
final class TaskRule implements ModelRule {

  @Override
  public void check(ModelReading reading) {
    for (UserTask task : reading.all(UserTask.class)) {
      if (ModelReading.blank(task.getName())) {
        reading.say(task.getId(), "the task has no name");
      }
      if (ModelReading.blank(task.getCamundaCandidateGroups())) {
        reading.say(task.getId(), "the task does not say which role does it");
      }
      boolean guided =
          task.getDocumentations().stream().anyMatch(text -> !text.getTextContent().isBlank());
      if (!guided) {
        reading.say(task.getId(), "the task has no guidance for the person who does it");
      }
    }
  }
}
