package org.practicereview.modelling;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A process has a name and an end to its history; ids and messages are chosen, not generated. */
final class ProcessRule implements ModelRule {

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern ELEMENT_ID = Pattern.compile("[a-z][A-Za-z]*_[a-z][A-Za-z]*");
  private static final Pattern EVENT_NAME = Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*");

  @Override
  public void check(ModelReading reading) {
    for (Process process : reading.all(Process.class)) {
      if (ModelReading.blank(process.getName())) {
        reading.say("", "the process has no name");
      }
      if (!process.isExecutable()) {
        reading.say("", "the process is not executable, so no case could go through it");
      }
      if (!KEBAB.matcher(process.getId()).matches()) {
        reading.say("", "the process id is not written in small letters with hyphens");
      }
      if (ModelReading.blank(process.getCamundaHistoryTimeToLiveString())) {
        reading.say("", "the process does not say how long its history is kept");
      }
    }
    for (FlowNode node : reading.all(FlowNode.class)) {
      if (!ELEMENT_ID.matcher(node.getId()).matches()) {
        reading.say(node.getId(), "the id does not say what the element is, as in userTask_decide");
      }
    }
    for (Message message : reading.all(Message.class)) {
      if (!EVENT_NAME.matcher(String.valueOf(message.getName())).matches()) {
        reading.say(message.getId(), "a message is named stage.whatHappened");
      }
    }
    for (Error error : reading.all(Error.class)) {
      if (!EVENT_NAME.matcher(String.valueOf(error.getErrorCode())).matches()) {
        reading.say(error.getId(), "an error code is named stage.whatHappened");
      }
    }
  }
}
