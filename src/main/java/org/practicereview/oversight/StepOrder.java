package org.practicereview.oversight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The order in which the steps of a model come: a step comes after all that lead to it, however the
 * model is drawn; of steps that can be done at the same time, the upper one comes first. A way back
 * does not count.
 */
class StepOrder implements Comparator<FlowNode> {

  /** What a boundary event leads to comes before what follows the activity. */
  private static final double ALONGSIDE = 0.5;

  private final StepModel model;
  private final Map<FlowNode, Double> steps = new HashMap<>();

  StepOrder(StepModel model) {
    this.model = model;
    List<FlowNode> forwards = forwards();
    forwards.forEach(node -> steps.put(node, 0.0));
    Set<FlowNode> passed = new HashSet<>();
    for (FlowNode node : forwards) {
      passed.add(node);
      double here = steps.get(node);
      model.boundary(node).forEach(event -> reach(event, here + ALONGSIDE));
      double after = node instanceof Activity ? here + 1 : here;
      node.getOutgoing().stream()
          .map(SequenceFlow::getTarget)
          .filter(target -> !passed.contains(target))
          .forEach(target -> reach(target, after));
    }
  }

  private void reach(FlowNode node, double after) {
    steps.merge(node, after, Math::max);
  }

  /** All nodes, each after those that lead to it, but for ways back. */
  private List<FlowNode> forwards() {
    Deque<FlowNode> order = new ArrayDeque<>();
    Set<FlowNode> seen = new HashSet<>();
    model.nodes().stream()
        .filter(node -> node.getIncoming().isEmpty() && !(node instanceof BoundaryEvent))
        .forEach(start -> visit(start, seen, order));
    return List.copyOf(order);
  }

  private void visit(FlowNode node, Set<FlowNode> seen, Deque<FlowNode> order) {
    if (seen.add(node)) {
      Stream.concat(node.getOutgoing().stream().map(SequenceFlow::getTarget), model.boundary(node))
          .forEach(next -> visit(next, seen, order));
      order.push(node);
    }
  }

  @Override
  public int compare(FlowNode one, FlowNode other) {
    List<Double> place = place(one);
    List<Double> otherPlace = place(other);
    for (int at = 0; at < Math.min(place.size(), otherPlace.size()); at++) {
      int compared = place.get(at).compareTo(otherPlace.get(at));
      if (compared != 0) {
        return compared;
      }
    }
    return place.size() - otherPlace.size();
  }

  /** Steps before it and height, of what it stands in first. */
  private List<Double> place(FlowNode node) {
    List<Double> place = new ArrayList<>();
    for (ModelElementInstance one = node;
        one instanceof FlowNode in;
        one = one.getParentElement()) {
      place.add(0, model.shape(in).getBounds().getY());
      place.add(0, steps.getOrDefault(in, 0.0));
    }
    return place;
  }
}
