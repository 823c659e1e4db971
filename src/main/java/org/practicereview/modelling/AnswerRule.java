package org.practicereview.modelling;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A way out of a choice asks for an answer that a form offers, so that there is a way for it. */
final class AnswerRule implements ModelRule {

  private static final Pattern COMPARED = Pattern.compile("(\\w+)\\s*[!=]=\\s*'([^']*)'");

  @Override
  public void check(ModelReading reading) {
    for (SequenceFlow flow : reading.all(SequenceFlow.class)) {
      if (flow.getConditionExpression() == null) {
        continue;
      }
      Matcher compared = COMPARED.matcher(flow.getConditionExpression().getTextContent());
      while (compared.find()) {
        Set<String> offered = reading.surroundings().choices().get(compared.group(1));
        if (offered != null && !offered.contains(compared.group(2))) {
          reading.say(
              flow.getId(),
              "no form offers the answer " + compared.group(2) + " to " + compared.group(1));
        }
      }
    }
  }
}
