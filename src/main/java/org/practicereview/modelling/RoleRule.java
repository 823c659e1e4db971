package org.practicereview.modelling;

import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A task is for roles that work on cases; no other group is ever offered one. */
final class RoleRule implements ModelRule {

  @Override
  public void check(ModelReading reading) {
    for (UserTask task : reading.all(UserTask.class)) {
      if (task.getCamundaCandidateGroups() != null) {
        roles(reading, task.getId(), task.getCamundaCandidateGroups());
      }
    }
    for (StartEvent start : reading.all(StartEvent.class)) {
      String startedBy = ModelReading.propertiesOf(start).get("startedBy");
      if (startedBy != null) {
        roles(reading, start.getId(), startedBy);
      }
    }
  }

  private static void roles(ModelReading reading, String id, String roles) {
    for (String role : ModelReading.groups(roles)) {
      boolean asked = role.startsWith("${");
      if (!asked && !reading.surroundings().roles().contains(role)) {
        reading.say(id, "the role " + role + " does not work on cases");
      }
    }
  }
}
