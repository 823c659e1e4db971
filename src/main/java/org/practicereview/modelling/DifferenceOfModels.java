package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.security.Role;

/**
 * Says in sentences how a model differs from the one before it, step by step, and which steps to
 * mark in its picture.
 */
final class DifferenceOfModels {

  static final String UNSAID = "settings differ that no sentence names; compare the two files";

  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final ModelSteps old;
  private final ModelSteps now;

  DifferenceOfModels(BpmnModelInstance before, BpmnModelInstance after) {
    old = new ModelSteps(before);
    now = new ModelSteps(after);
    process(before, after);
    now.nodes().forEach((id, node) -> node(old.nodes().get(id), node));
    old.nodes()
        .forEach(
            (id, node) -> {
              if (!now.nodes().containsKey(id) && successor(node)) {
                marks.put(id, Mark.REMOVED);
              } else if (!now.nodes().containsKey(id)) {
                say(id, Mark.REMOVED, ModelSteps.called(node) + " is gone");
              }
            });
    now.flows().forEach((id, flow) -> flow(old.flows().get(id), flow));
    old.flows()
        .forEach(
            (id, flow) -> {
              if (!now.flows().containsKey(id)) {
                marks.put(id, Mark.REMOVED);
                if (stay(flow.getSource(), flow.getTarget())) {
                  say(id, Mark.REMOVED, way(flow) + " is gone");
                }
              }
            });
    unsaid(UnsaidSettings.of(before, old), UnsaidSettings.of(after, now));
  }

  /** Says of what it cannot name that it differs: nothing may slip by beside what is named. */
  private void unsaid(Map<String, String> before, Map<String, String> after) {
    after.forEach(
        (id, settings) -> {
          if (before.containsKey(id) && !settings.equals(before.get(id))) {
            String at =
                id.equals(UnsaidSettings.WHOLE)
                    ? "the model"
                    : now.flows().containsKey(id)
                        ? way(now.flows().get(id))
                        : ModelSteps.called(now.nodes().get(id));
            say(id, Mark.CHANGED, "at " + at + " " + UNSAID);
          }
        });
    marks.remove(UnsaidSettings.WHOLE);
  }

  /** How two models differ; null where one of them cannot be read, or is no model of BPMN. */
  static DifferenceOfModels between(String before, String after) {
    try {
      return new DifferenceOfModels(
          OneModel.trust("before.bpmn", before).model(),
          OneModel.read("after.bpmn", after).model());
    } catch (ModelException e) {
      return null;
    }
  }

  List<String> sentences() {
    return sentences;
  }

  Map<String, Mark> marks() {
    return marks;
  }

  private void say(String id, Mark mark, String what) {
    marks.put(id, mark);
    sentences.add(Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".");
  }

  private void process(BpmnModelInstance before, BpmnModelInstance after) {
    Process was = before.getModelElementsByType(Process.class).stream().findFirst().orElse(null);
    Process is = after.getModelElementsByType(Process.class).stream().findFirst().orElse(null);
    if (was == null || is == null) {
      return;
    }
    compare(is.getId(), "the model", "name", was.getName(), is.getName());
    if (!documentation(was).equals(documentation(is))) {
      sentences.add("What the model is for is explained in other words.");
    }
    compare(
        is.getId(),
        "the model",
        "time to keep its history",
        was.getCamundaHistoryTimeToLiveString(),
        is.getCamundaHistoryTimeToLiveString());
    marks.remove(is.getId());
  }

  private void node(FlowNode was, FlowNode is) {
    String called = ModelSteps.called(is);
    if (was == null && predecessor(is)) {
      say(
          is.getId(),
          Mark.ADDED,
          called + " has another id now, so a case that stands at it cannot move");
      return;
    }
    if (was == null) {
      say(is.getId(), Mark.ADDED, called + " is new" + introduced(is));
      return;
    }
    if (!ModelSteps.name(was).equals(ModelSteps.name(is))) {
      say(
          is.getId(),
          Mark.CHANGED,
          ModelSteps.called(was) + " is now called \"" + ModelSteps.name(is) + "\"");
    }
    Map<String, String> before = aspects(was);
    Map<String, String> after = aspects(is);
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String aspect : all) {
      compare(is.getId(), called, aspect, before.get(aspect), after.get(aspect));
    }
    if (!documentation(was).equals(documentation(is))) {
      say(is.getId(), Mark.CHANGED, "the guidance of " + called + " has changed");
    }
  }

  /** Whether a step that was there before is called the same, and is gone. */
  private boolean predecessor(FlowNode node) {
    return isCalledTheSame(node, old, now);
  }

  private boolean successor(FlowNode node) {
    return isCalledTheSame(node, now, old);
  }

  private static boolean isCalledTheSame(FlowNode node, ModelSteps there, ModelSteps here) {
    return node.getName() != null
        && there.nodes().values().stream()
            .filter(other -> !here.nodes().containsKey(other.getId()))
            .anyMatch(other -> ModelSteps.called(other).equals(ModelSteps.called(node)));
  }

  private static String introduced(FlowNode is) {
    Map<String, String> aspects = aspects(is);
    StringBuilder text = new StringBuilder();
    String after =
        is.getIncoming().stream()
            .map(flow -> '"' + ModelSteps.name(flow.getSource()) + '"')
            .collect(Collectors.joining(" and "));
    if (!after.isEmpty()) {
      text.append(", after ").append(after);
    }
    aspects.forEach((aspect, value) -> text.append("; ").append(aspect).append(": ").append(value));
    return text.toString();
  }

  private void flow(SequenceFlow was, SequenceFlow is) {
    boolean between = stay(is.getSource(), is.getTarget());
    if (was == null) {
      marks.put(is.getId(), Mark.ADDED);
      if (between) {
        say(is.getId(), Mark.ADDED, way(is) + " is new");
      }
      return;
    }
    boolean led =
        !was.getSource().getId().equals(is.getSource().getId())
            || !was.getTarget().getId().equals(is.getTarget().getId());
    if (led && ends(was).equals(ends(is))) {
      marks.put(is.getId(), Mark.CHANGED);
    } else if (led) {
      say(
          is.getId(),
          Mark.CHANGED,
          way(was)
              + " now leads from \"%s\" to \"%s\""
                  .formatted(ModelSteps.name(is.getSource()), ModelSteps.name(is.getTarget())));
    }
    compare(is.getId(), way(is), "label", was.getName(), is.getName());
    compare(is.getId(), way(is), "condition", condition(was), condition(is));
  }

  /** Whether both ends were there before and are there now. */
  private boolean stay(FlowNode... ends) {
    return Arrays.stream(ends)
        .allMatch(
            end -> old.nodes().containsKey(end.getId()) && now.nodes().containsKey(end.getId()));
  }

  private static String way(SequenceFlow flow) {
    return "the way%s %s"
        .formatted(flow.getName() == null ? "" : " \"" + flow.getName() + "\"", ends(flow));
  }

  private static String ends(SequenceFlow flow) {
    return "from \"%s\" to \"%s\""
        .formatted(ModelSteps.name(flow.getSource()), ModelSteps.name(flow.getTarget()));
  }

  private static String condition(SequenceFlow flow) {
    return flow.getConditionExpression() == null
        ? null
        : flow.getConditionExpression().getTextContent().strip();
  }

  private void compare(String id, String called, String aspect, String was, String is) {
    if (!Objects.equals(was, is)) {
      say(
          id,
          Mark.CHANGED,
          "at %s the %s becomes %s, was %s".formatted(called, aspect, said(is), said(was)));
    }
  }

  private static String said(String value) {
    return value == null || value.isEmpty() ? "none" : "\"" + value + "\"";
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(one -> one.getTextContent().strip())
        .collect(Collectors.joining("\n"));
  }

  /** What is set at a step, by what people call it. */
  private static Map<String, String> aspects(FlowNode node) {
    Map<String, String> set = new LinkedHashMap<>();
    if (node instanceof UserTask task) {
      put(set, "role", roles(task.getCamundaCandidateGroups()));
      String form = task.getCamundaFormRef();
      put(set, "form", form != null ? form : task.getCamundaFormKey());
      put(set, "due date", clock(task.getCamundaDueDate()));
      put(set, "follow-up date", clock(task.getCamundaFollowUpDate()));
      put(set, "person", task.getCamundaAssignee());
      put(
          set,
          "listeners",
          ModelReading.listenersOf(task).stream()
              .map(one -> one.getCamundaEvent() + " " + one.getCamundaDelegateExpression())
              .collect(Collectors.joining(", ")));
    } else if (node instanceof ServiceTask task) {
      put(set, "building block", task.getCamundaDelegateExpression());
    } else if (node instanceof BusinessRuleTask task) {
      put(set, "decision table", task.getCamundaDecisionRef());
    } else if (node instanceof CallActivity call) {
      put(set, "called process", call.getCalledElement());
    }
    if (node instanceof BoundaryEvent edge) {
      if (edge.getAttachedTo() != null) {
        put(set, "step on whose edge it is", ModelSteps.name(edge.getAttachedTo()));
      }
      put(set, "effect", edge.cancelActivity() ? "ends the step" : "leaves the step open");
    }
    if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
      put(
          set,
          "repetition",
          activity
              .getLoopCharacteristics()
              .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "collection"));
    }
    node.getChildElementsByType(TimerEventDefinition.class)
        .forEach(
            timer -> {
              if (timer.getTimeDate() != null) {
                put(set, "clock", clock(timer.getTimeDate().getTextContent().strip()));
              }
            });
    ModelReading.propertiesOf(node)
        .forEach((name, value) -> put(set, name.replace("variable:", "variable "), value));
    return set;
  }

  private static void put(Map<String, String> set, String aspect, String value) {
    if (value != null && !value.isBlank()) {
      set.put(aspect, value);
    }
  }

  /** From {@code ${clocks.dueAt(execution,'rapid-review')}} to {@code clock rapid-review}. */
  private static String clock(String expression) {
    return expression == null
        ? null
        : expression
            .replaceAll(
                "\\$\\{clocks\\.(\\w+?)At\\(execution,\\s*'([\\w-]+)'\\)}", "$1 of clock $2")
            .replaceFirst("^due of ", "");
  }

  private static String roles(String groups) {
    return groups == null
        ? null
        : ModelReading.groups(groups).stream()
            .map(
                group ->
                    Arrays.stream(Role.values())
                        .filter(role -> role.id().equals(group))
                        .map(role -> role.title().toLowerCase(Locale.UK))
                        .findFirst()
                        .orElse(group))
            .collect(Collectors.joining(", "));
  }
}
