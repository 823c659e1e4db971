package org.practicereview.modelling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The steps of a model, as people speak of them and as a case goes through them. */
final class ModelSteps {

  private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
  private final Map<String, SequenceFlow> flows = new LinkedHashMap<>();

  ModelSteps(BpmnModelInstance model) {
    model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> node.getId() != null)
        .forEach(node -> nodes.put(node.getId(), node));
    model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> flow.getId() != null)
        .forEach(flow -> flows.put(flow.getId(), flow));
  }

  Map<String, FlowNode> nodes() {
    return nodes;
  }

  Map<String, SequenceFlow> flows() {
    return flows;
  }

  /** For example: the task "Give a view". */
  static String called(FlowNode node) {
    return "the " + kind(node) + " \"" + name(node) + "\"";
  }

  static String name(FlowNode node) {
    return Objects.requireNonNullElse(node.getName(), node.getId()).replaceAll("\\s+", " ");
  }

  private static String kind(FlowNode node) {
    if (node instanceof UserTask) {
      return "task";
    } else if (node instanceof CallActivity) {
      return "called process";
    } else if (node instanceof BusinessRuleTask) {
      return "decision";
    } else if (node instanceof SubProcess) {
      return "part";
    } else if (node instanceof Gateway) {
      return "choice";
    } else if (node instanceof Event) {
      return "event";
    }
    return "step";
  }

  /** Why a case that stands at a step of {@code before} cannot go on in this model; or empty. */
  String stops(ModelSteps before, String id) {
    FlowNode old = before.nodes.get(id);
    FlowNode now = nodes.get(id);
    String at = old == null ? "a step" : called(old);
    if (now == null || old == null) {
      return "at " + at + ", which is gone";
    }
    if (!now.getElementType().getTypeName().equals(old.getElementType().getTypeName())) {
      return "at " + at + ", which is another kind of step now";
    }
    if (!within(now).equals(within(old))) {
      return "at " + at + ", which is now in another part of the model";
    }
    if (!repeats(now).equals(repeats(old))) {
      return "at " + at + ", which is now repeated in another way";
    }
    return "";
  }

  /** The parts of the model that a step stands in, from the inside. */
  private static List<String> within(FlowNode node) {
    List<String> parts = new ArrayList<>();
    for (ModelElementInstance one = node.getParentElement();
        one instanceof SubProcess part;
        one = one.getParentElement()) {
      parts.add(part.getId() + repeats(part));
    }
    return parts;
  }

  private static String repeats(FlowNode node) {
    return node instanceof Activity activity
            && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many
        ? many.isSequential() ? "one by one" : "together"
        : "";
  }

  /**
   * Whether a case that stands at these steps goes on without a task: it does not come to it any
   * more, or every way to where it stands leads through it.
   */
  boolean isPast(String task, Set<String> standing) {
    if (standing.isEmpty() || standing.contains(task)) {
      return false;
    }
    Set<String> begin =
        nodes.values().stream()
            .filter(node -> node instanceof StartEvent && begins(node.getParentElement()))
            .map(FlowNode::getId)
            .collect(Collectors.toSet());
    Set<String> besides = ahead(begin, task);
    return !ahead(standing, "").contains(task) || standing.stream().noneMatch(besides::contains);
  }

  /** Whether a case that stands at these steps can still come to another one. */
  boolean comesTo(String step, Set<String> standing) {
    return !standing.contains(step) && ahead(standing, "").contains(step);
  }

  /** By which date a step is to be done or goes on, as the model says it; empty for none. */
  static String date(FlowNode node) {
    if (node instanceof UserTask task) {
      return Objects.requireNonNullElse(task.getCamundaDueDate(), "");
    }
    return node.getChildElementsByType(TimerEventDefinition.class).stream()
        .map(TimerEventDefinition::getTimeDate)
        .filter(Objects::nonNull)
        .map(ModelElementInstance::getTextContent)
        .map(String::strip)
        .findFirst()
        .orElse("");
  }

  private static boolean begins(ModelElementInstance scope) {
    return !(scope instanceof SubProcess part) || part.triggeredByEvent();
  }

  /** Every step that is reached from these without passing one of them. */
  private Set<String> ahead(Set<String> from, String without) {
    Set<String> met = new LinkedHashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>();
    from.stream().map(nodes::get).filter(Objects::nonNull).forEach(next::push);
    while (!next.isEmpty()) {
      FlowNode node = next.pop();
      if (!node.getId().equals(without) && met.add(node.getId())) {
        node.getOutgoing().forEach(flow -> next.push(flow.getTarget()));
        for (FlowNode other : nodes.values()) {
          boolean attached =
              other instanceof BoundaryEvent edge && node.equals(edge.getAttachedTo());
          boolean begins = other instanceof StartEvent && node.equals(other.getParentElement());
          if (attached || begins) {
            next.push(other);
          }
        }
        if (node.getParentElement() instanceof SubProcess part) {
          next.push(part);
        }
      }
    }
    return met;
  }
}
