package org.practicereview.modelling;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * A choice asks a question, labels every answer, has a way out for an answer no one foresaw, and
 * its conditions bear a missing answer and say what their label says.
 */
final class GatewayRule implements ModelRule {

  private static final Pattern BARE_VARIABLE = Pattern.compile("[$#]\\{\\s*!?\\s*\\w+\\s*}");
  private static final Pattern NEGATIVE = Pattern.compile("!(?!=)|\\bnot\\b|==\\s*false|\\bne\\b");
  private static final Set<String> NO = Set.of("no", "false");
  private static final Set<String> YES = Set.of("yes", "true");

  @Override
  public void check(ModelReading reading) {
    reading
        .all(ExclusiveGateway.class)
        .forEach(gateway -> checkChoice(reading, gateway, gateway.getDefault()));
    reading
        .all(InclusiveGateway.class)
        .forEach(gateway -> checkChoice(reading, gateway, gateway.getDefault()));
  }

  private static void checkChoice(ModelReading reading, Gateway gateway, SequenceFlow otherwise) {
    if (gateway.getOutgoing().size() < 2) {
      return;
    }
    if (ModelReading.blank(gateway.getName())) {
      reading.say(gateway.getId(), "the choice does not ask a question");
    }
    if (otherwise == null) {
      reading.say(gateway.getId(), "the choice has no default flow");
    }
    for (SequenceFlow flow : gateway.getOutgoing()) {
      if (ModelReading.blank(flow.getName())) {
        reading.say(flow.getId(), "the flow out of a choice has no label");
      }
      if (flow.getConditionExpression() != null) {
        checkCondition(reading, flow, flow.getConditionExpression().getTextContent().strip());
      } else if (!flow.equals(otherwise)) {
        reading.say(flow.getId(), "the flow has no condition and is not the default");
      }
    }
  }

  private static void checkCondition(ModelReading reading, SequenceFlow flow, String condition) {
    if (BARE_VARIABLE.matcher(condition).matches()) {
      reading.say(flow.getId(), "the condition fails on a missing answer; compare with == true");
    }
    String label = String.valueOf(flow.getName()).strip().toLowerCase(Locale.ROOT);
    boolean negative = NEGATIVE.matcher(condition).find();
    boolean onlyNegative = condition.matches("[$#]\\{\\s*\\w+\\s*==\\s*false\\s*}");
    if (NO.contains(label) && !negative && !condition.contains("'not-")) {
      reading.say(flow.getId(), "the label says no, the condition does not");
    }
    if (YES.contains(label) && onlyNegative) {
      reading.say(flow.getId(), "the label says yes, the condition says no");
    }
  }
}
