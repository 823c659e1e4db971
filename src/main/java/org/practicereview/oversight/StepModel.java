package org.practicereview.oversight;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.practicereview.engine.ElementProperties;
import org.practicereview.partnership.Partnership;

/** A deployed model, read for the steps that it shows. */
class StepModel {

  private static final Pattern OPTION =
      Pattern.compile("\\$\\{profile\\.option\\(execution,\\s*'(\\w+)'\\).*");

  private final String id;
  private final BpmnModelInstance model;

  StepModel(String id, BpmnModelInstance model) {
    this.id = id;
    this.model = model;
  }

  String id() {
    return id;
  }

  BpmnModelInstance model() {
    return model;
  }

  /** How the process is called, as work items say it. */
  String name() {
    Process process = model.getModelElementById(id);
    return Objects.requireNonNullElse(process.getName(), id);
  }

  /** What the process is for. */
  String about() {
    Process process = model.getModelElementById(id);
    return process.getDocumentations().stream()
        .map(documentation -> documentation.getTextContent().strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse("");
  }

  /** The processes that it calls by name. */
  List<String> called() {
    return model.getModelElementsByType(CallActivity.class).stream()
        .map(CallActivity::getCalledElement)
        .filter(process -> !process.startsWith("$"))
        .distinct()
        .toList();
  }

  /** The ids of the clocks that it starts. */
  List<String> clocksStarted() {
    return model.getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> String.valueOf(task.getCamundaDelegateExpression()).contains("startClock"))
        .flatMap(task -> ElementProperties.of(task).optional("clock").stream())
        .distinct()
        .toList();
  }

  /** What stands in the order of the work; what can happen at any time is left out. */
  List<FlowNode> shown() {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> !isAtAnyTime(node))
        .toList();
  }

  private static boolean isAtAnyTime(ModelElementInstance node) {
    for (ModelElementInstance one = node; one != null; one = one.getParentElement()) {
      if (one instanceof SubProcess part && part.triggeredByEvent()) {
        return true;
      }
    }
    return false;
  }

  Collection<FlowNode> nodes() {
    return model.getModelElementsByType(FlowNode.class);
  }

  /** The boundary events of an activity. */
  Stream<FlowNode> boundary(FlowNode node) {
    return model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> node.equals(event.getAttachedTo()))
        .map(FlowNode.class::cast);
  }

  BpmnShape shape(FlowNode node) {
    return model.getModelElementsByType(BpmnShape.class).stream()
        .filter(shape -> node.equals(shape.getBpmnElement()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(node.getId() + " is not drawn"));
  }

  /** The steps that are reached where the partnership's options are as its profile says. */
  Set<FlowNode> taken(Partnership partnership) {
    Set<FlowNode> taken = new LinkedHashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>();
    model.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getParentElement() instanceof Process)
        .forEach(next::add);
    model.getModelElementsByType(SubProcess.class).stream()
        .filter(SubProcess::triggeredByEvent)
        .forEach(next::add);
    while (!next.isEmpty()) {
      FlowNode node = next.pop();
      if (taken.add(node)) {
        node.getOutgoing().stream()
            .filter(flow -> isTaken(flow, partnership))
            .map(SequenceFlow::getTarget)
            .forEach(next::add);
        boundary(node).forEach(next::add);
        model.getModelElementsByType(StartEvent.class).stream()
            .filter(start -> node.equals(start.getParentElement()))
            .forEach(next::add);
      }
    }
    return taken;
  }

  private static boolean isTaken(SequenceFlow flow, Partnership partnership) {
    String condition =
        flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent();
    Matcher option = OPTION.matcher(condition.strip());
    return !option.matches() || partnership.option(option.group(1));
  }

  /** The flows between what is shown. */
  Stream<SequenceFlow> flows() {
    return model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> !isAtAnyTime(flow));
  }
}
