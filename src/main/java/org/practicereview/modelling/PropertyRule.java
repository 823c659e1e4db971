package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a model tells a building block is something that the building block reads. */
final class PropertyRule implements ModelRule {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Map<String, Set<String>> READ =
      Map.ofEntries(
          Map.entry("writeLetter", Set.of("letter", "to", "approval", "clock", "enclosures")),
          Map.entry("sendLetter", Set.of("letter")),
          Map.entry("notify", Set.of("notice", "to", "clock", "once")),
          Map.entry("startClock", Set.of("clock", "from", "due")),
          Map.entry("stopClock", Set.of("clock", "date")),
          Map.entry("cancelClocks", Set.of("reason", "clocks")),
          Map.entry("discardLetters", Set.of("letters", "reason", "notice", "to")),
          Map.entry("recordInAudit", Set.of("event")),
          Map.entry("recordAgencyAnswer", Set.of("state", "date")),
          Map.entry("nameOnCase", Set.of("as", "form", "account")),
          Map.entry("endNaming", Set.of("as")),
          Map.entry("printDocument", Set.of("letter", "document")),
          Map.entry("startPlanReport", Set.of("clock")),
          Map.entry("extendActions", Set.of("clock")),
          Map.entry("giveReadingCopies", Set.of("to", "until")),
          Map.entry("revokeReadingCopies", Set.of("reason")),
          Map.entry("publishBrief", Set.of("document", "summary")),
          Map.entry("seal", Set.of("ordered", "confirmed")),
          Map.entry("closeCase", Set.of("outcome")),
          Map.entry("openMatter", Set.of("matter")),
          Map.entry("startBeside", Set.of("process", "alone")),
          Map.entry("tell", Set.of("message")));
  private static final Set<String> AT_TASK =
      Set.of("urgency", "dueAtOnce", "demands", "anotherPersonThan", "letter", "clock");
  private static final Set<String> AT_START = Set.of("startedBy", "requires", "alone", "ownFacts");
  private static final Set<String> URGENCIES =
      Set.of("safety", "statutory", "local", "housekeeping");

  static final Set<String> RECIPIENTS =
      Set.of(
          "referrer",
          "agency",
          "agencies",
          "return-author",
          "agency-senior-manager",
          "asked-agencies",
          "involved-senior-managers",
          "agencies-in-review",
          "agency-members",
          "all-agencies",
          "agency-member",
          "partners",
          "panel",
          "ofsted",
          "dfe",
          "secretary-of-state",
          "clock-owner",
          "clock-escalation");
  private static final Pattern ROWS =
      Pattern.compile(
          "rows:[a-zA-Z]+|(all-rows|chosen-rows):[a-zA-Z]+:[a-zA-Z]+|agencies-of:[a-zA-Z]+");
  private static final Pattern AMONG = Pattern.compile("among:[a-zA-Z]+:(.+)");

  @Override
  public void check(ModelReading reading) {
    for (Map.Entry<BaseElement, Map<String, String>> one : reading.told().entrySet()) {
      BaseElement element = one.getKey();
      Map<String, String> given = one.getValue();
      Set<String> read = readAt(element, given.keySet());
      for (String name : given.keySet()) {
        boolean variable = name.startsWith("variable:") && !(element instanceof ServiceTask);
        if (!read.contains(name) && !variable) {
          reading.say(element.getId(), "the property " + name + " means nothing here");
        }
      }
      values(reading, element, given);
    }
  }

  private static Set<String> readAt(BaseElement element, Set<String> given) {
    if (element instanceof ServiceTask task) {
      Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
      return bean.matches() ? READ.getOrDefault(bean.group(1), Set.of()) : given;
    }
    if (element instanceof UserTask) {
      return AT_TASK;
    }
    return element instanceof StartEvent ? AT_START : Set.of();
  }

  private static void values(ModelReading reading, BaseElement element, Map<String, String> given) {
    String urgency = given.get("urgency");
    if (urgency != null && !URGENCIES.contains(urgency)) {
      reading.say(element.getId(), "the urgency " + urgency + " does not exist");
    }
    for (String to : ModelReading.groups(given.getOrDefault("to", ""))) {
      if (!isRecipient(to, reading.surroundings())) {
        reading.say(element.getId(), "the recipient " + to + " does not exist");
      }
    }
    String process = given.get("process");
    if (process != null && !reading.surroundings().processes().contains(process)) {
      reading.say(element.getId(), "the process " + process + " does not exist");
    }
    for (String letter : ModelReading.groups(given.getOrDefault("letters", ""))) {
      if (!reading.surroundings().letters().contains(letter)) {
        reading.say(element.getId(), "the letter " + letter + " does not exist");
      }
    }
  }

  private static boolean isRecipient(String to, Surroundings known) {
    Matcher among = AMONG.matcher(to);
    if (among.matches()) {
      return isRecipient(among.group(1), known);
    }
    return RECIPIENTS.contains(to) || known.roles().contains(to) || ROWS.matcher(to).matches();
  }
}
