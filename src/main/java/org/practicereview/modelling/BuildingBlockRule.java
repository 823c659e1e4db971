package org.practicereview.modelling;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * A service task names one building block, tells it all it needs, and runs as a job of its own, so
 * that a failure is tried again and never undoes what a person just did.
 */
final class BuildingBlockRule implements ModelRule {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Map<String, List<String>> NEEDS =
      Map.ofEntries(
          Map.entry("writeLetter", List.of("letter", "to", "approval")),
          Map.entry("sendLetter", List.of("letter")),
          Map.entry("approveLetter", List.of("letter")),
          Map.entry("letterPosted", List.of("letter")),
          Map.entry("notify", List.of("notice", "to")),
          Map.entry("startClock", List.of("clock")),
          Map.entry("stopClock", List.of("clock")),
          Map.entry("explainDelay", List.of("clock")),
          Map.entry("cancelClocks", List.of("reason")),
          Map.entry("discardLetters", List.of("letters", "reason")),
          Map.entry("recordInAudit", List.of("event")),
          Map.entry("recordAgencyAnswer", List.of("state")),
          Map.entry("nameOnCase", List.of("as", "form", "account")),
          Map.entry("endNaming", List.of("as")),
          Map.entry("printDocument", List.of("letter", "document")),
          Map.entry("startPlanReport", List.of("clock")),
          Map.entry("extendActions", List.of("clock")),
          Map.entry("giveReadingCopies", List.of("to")),
          Map.entry("revokeReadingCopies", List.of("reason")),
          Map.entry("publishBrief", List.of("document", "summary")),
          Map.entry("seal", List.of("ordered", "confirmed")),
          Map.entry("closeCase", List.of("outcome")),
          Map.entry("openMatter", List.of("matter")),
          Map.entry("startBeside", List.of("process")),
          Map.entry("tell", List.of("message")));

  @Override
  public void check(ModelReading reading) {
    for (ServiceTask task : reading.all(ServiceTask.class)) {
      Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
      if (!bean.matches()) {
        reading.say(task.getId(), "the service task names no building block");
      } else {
        checkNeeds(reading, task, bean.group(1));
      }
      if (!task.isCamundaAsyncBefore()) {
        reading.say(task.getId(), "the service task does not run as a job of its own");
      }
    }
    for (UserTask task : reading.all(UserTask.class)) {
      for (CamundaTaskListener listener : ModelReading.listenersOf(task)) {
        Matcher bean = BEAN.matcher(String.valueOf(listener.getCamundaDelegateExpression()));
        if (bean.matches()) {
          checkNeeds(reading, task, bean.group(1));
        }
      }
    }
  }

  private static void checkNeeds(ModelReading reading, BaseElement task, String bean) {
    Map<String, String> given = ModelReading.propertiesOf(task);
    for (String need : NEEDS.getOrDefault(bean, List.of())) {
      if (ModelReading.blank(given.get(need))) {
        reading.say(task.getId(), "the building block " + bean + " is not told its " + need);
      }
    }
  }
}
