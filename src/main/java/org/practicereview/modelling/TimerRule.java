package org.practicereview.modelling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Every timer and due date asks the deadlines block for a known clock. A timer on the edge of work
 * never cancels it: being late must not make work disappear.
 */
final class TimerRule implements ModelRule {

  private static final Pattern CLOCK =
      Pattern.compile(
          "\\$\\{clocks\\.(dueAt|reminderAt|overdueAt|newDatePassedAt)\\(execution,\\s*'([a-z-]+)'\\)}");

  @Override
  public void check(ModelReading reading) {
    for (TimerEventDefinition timer : reading.all(TimerEventDefinition.class)) {
      String id = timer.getParentElement().getAttributeValue("id");
      if (timer.getTimeDuration() != null || timer.getTimeCycle() != null) {
        reading.say(id, "a timer takes its date from a clock, not a length of time");
      } else {
        String date =
            timer.getTimeDate() == null ? "" : timer.getTimeDate().getTextContent().strip();
        checkClock(reading, id, date, "the timer");
      }
      if (timer.getParentElement() instanceof BoundaryEvent edge && edge.cancelActivity()) {
        reading.say(id, "a timer must not cancel the work it watches");
      }
    }
    for (UserTask task : reading.all(UserTask.class)) {
      if (task.getCamundaDueDate() != null) {
        checkClock(reading, task.getId(), task.getCamundaDueDate(), "the due date");
      }
    }
  }

  private static void checkClock(ModelReading reading, String id, String date, String what) {
    Matcher clock = CLOCK.matcher(date);
    if (!clock.matches()) {
      reading.say(id, what + " does not ask a clock for its date");
    } else if (!reading.surroundings().clocks().contains(clock.group(2))) {
      reading.say(id, "the clock rule " + clock.group(2) + " does not exist");
    }
  }
}
