package org.practicereview.modelling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A way that leads back to itself passes someone or something that it waits for. */
final class LoopRule implements ModelRule {

  private static final List<Class<? extends FlowNode>> WAITING =
      List.of(
          UserTask.class,
          ReceiveTask.class,
          IntermediateCatchEvent.class,
          BoundaryEvent.class,
          EventBasedGateway.class,
          SubProcess.class,
          CallActivity.class);

  @Override
  public void check(ModelReading reading) {
    Set<String> waits = new HashSet<>();
    WAITING.forEach(kind -> reading.all(kind).forEach(node -> waits.add(node.getId())));
    Map<String, List<String>> ways = new HashMap<>();
    for (SequenceFlow flow : reading.all(SequenceFlow.class)) {
      String from = flow.getAttributeValue("sourceRef");
      String to = flow.getAttributeValue("targetRef");
      if (!waits.contains(from) && !waits.contains(to)) {
        ways.computeIfAbsent(from, node -> new ArrayList<>()).add(to);
      }
    }
    for (String node : new TreeSet<>(ways.keySet())) {
      if (comesBack(node, ways)) {
        reading.say(node, "the way leads back to here without waiting for anyone");
      }
    }
  }

  private static boolean comesBack(String start, Map<String, List<String>> ways) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (String to : ways.getOrDefault(next.pop(), List.of())) {
        if (to.equals(start)) {
          return true;
        }
        if (seen.add(to)) {
          next.push(to);
        }
      }
    }
    return false;
  }
}
