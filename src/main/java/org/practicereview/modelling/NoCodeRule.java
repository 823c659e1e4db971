package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;

/**
 * A model holds no program code and takes no way round the building blocks. What it may be made of
 * stands on a list; whatever is not on it is refused, so that a door that no one thought of stays
 * shut too.
 */
final class NoCodeRule implements ModelRule {

  private static final Map<String, String> FORBIDDEN_ELEMENTS =
      Map.of(
          "scriptTask", "a script task runs code; use a building block",
          "script", "a script runs code; use a building block",
          "connector", "a connector is not allowed; use a building block",
          "field", "values for building blocks are extension properties, not fields",
          "formData", "questions belong in a form, not in the model",
          "inputOutput", "input and output mappings are not allowed; declare variables instead",
          "inputParameter", "input and output mappings are not allowed; declare variables instead",
          "outputParameter",
              "input and output mappings are not allowed; declare variables instead");
  private static final Map<String, String> FORBIDDEN_ATTRIBUTES =
      Map.of(
          "class", "naming a Java class is not allowed; use a building block",
          "expression", "an expression as implementation is not allowed; use a building block",
          "topic", "external workers are not allowed; use a building block",
          "formHandlerClass", "naming a Java class is not allowed",
          "variableMappingClass", "naming a Java class is not allowed",
          "variableMappingDelegateExpression", "hand variables on by name");

  /** Where a drawing is kept; nothing of it runs. */
  private static final Set<String> DRAWING =
      Set.of(
          "BPMNDiagram",
          "BPMNPlane",
          "BPMNShape",
          "BPMNEdge",
          "BPMNLabel",
          "BPMNLabelStyle",
          "Bounds",
          "Font",
          "waypoint",
          "definitions");

  private static final Set<String> EVERYWHERE =
      Set.of(
          "id",
          "name",
          "asyncBefore",
          "asyncAfter",
          "exclusive",
          "modelerTemplate",
          "modelerTemplateVersion",
          "modelerTemplateIcon");
  private static final Set<String> NONE = Set.of();

  /** What a model may be made of, with the attributes that each part may have of its own. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("process", Set.of("isExecutable", "historyTimeToLive", "processType")),
          Map.entry("documentation", Set.of("textFormat")),
          Map.entry("extensionElements", NONE),
          Map.entry("properties", NONE),
          Map.entry("property", Set.of("value")),
          Map.entry("startEvent", Set.of("formRef", "formRefBinding", "formKey", "isInterrupting")),
          Map.entry("endEvent", NONE),
          Map.entry("intermediateCatchEvent", NONE),
          Map.entry("intermediateThrowEvent", NONE),
          Map.entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
          Map.entry(
              "userTask",
              Set.of("candidateGroups", "formRef", "formRefBinding", "formKey", "dueDate")),
          Map.entry("serviceTask", Set.of("delegateExpression")),
          Map.entry("receiveTask", Set.of("messageRef")),
          Map.entry(
              "businessRuleTask",
              Set.of("decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable")),
          Map.entry("callActivity", Set.of("calledElement", "calledElementBinding")),
          Map.entry("in", Set.of("businessKey", "source", "sourceExpression", "target")),
          Map.entry("out", Set.of("source", "sourceExpression", "target")),
          Map.entry("subProcess", Set.of("triggeredByEvent")),
          Map.entry("exclusiveGateway", Set.of("default", "gatewayDirection")),
          Map.entry("inclusiveGateway", Set.of("default", "gatewayDirection")),
          Map.entry("parallelGateway", Set.of("gatewayDirection")),
          Map.entry(
              "eventBasedGateway", Set.of("gatewayDirection", "instantiate", "eventGatewayType")),
          Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
          Map.entry("conditionExpression", Set.of("type")),
          Map.entry("incoming", NONE),
          Map.entry("outgoing", NONE),
          Map.entry("taskListener", Set.of("delegateExpression", "event")),
          Map.entry(
              "multiInstanceLoopCharacteristics",
              Set.of("collection", "elementVariable", "isSequential")),
          Map.entry("completionCondition", Set.of("type")),
          Map.entry("timerEventDefinition", NONE),
          Map.entry("timeDate", Set.of("type")),
          // These two are refused by the rule about timers, which says why.
          Map.entry("timeDuration", Set.of("type")),
          Map.entry("timeCycle", Set.of("type")),
          Map.entry("messageEventDefinition", Set.of("messageRef")),
          Map.entry("errorEventDefinition", Set.of("errorRef")),
          Map.entry("escalationEventDefinition", Set.of("escalationRef")),
          Map.entry("terminateEventDefinition", NONE),
          Map.entry("message", NONE),
          Map.entry("error", Set.of("errorCode")),
          Map.entry("escalation", Set.of("escalationCode")),
          Map.entry("textAnnotation", Set.of("textFormat")),
          Map.entry("text", NONE),
          Map.entry("association", Set.of("sourceRef", "targetRef", "associationDirection")),
          Map.entry("group", Set.of("categoryValueRef")),
          Map.entry("category", NONE),
          Map.entry("categoryValue", Set.of("value")));

  @Override
  public void check(ModelReading reading) {
    XmlWalk.over(
        reading.xml(),
        new XmlWalk.Visitor() {
          @Override
          public void element(String id, String name) {
            if (FORBIDDEN_ELEMENTS.containsKey(name)) {
              reading.say(id, FORBIDDEN_ELEMENTS.get(name));
            } else if (!ALLOWED.containsKey(name) && !DRAWING.contains(name)) {
              reading.say(id, "the element " + name + " may not be used in a model");
            }
          }

          @Override
          public void attribute(String id, String element, String name, String value) {
            if (FORBIDDEN_ATTRIBUTES.containsKey(name)) {
              reading.say(id, FORBIDDEN_ATTRIBUTES.get(name));
            } else if (name.equals("type") && value.equals("external")) {
              reading.say(id, FORBIDDEN_ATTRIBUTES.get("topic"));
            } else if (element.matches("in|out") && name.equals("variables")) {
              reading.say(id, "only named variables are handed on, never all of them");
            } else if (element.equals("conditionExpression") && name.equals("language")) {
              reading.say(id, "a condition is a plain expression, not a script");
            } else if (ALLOWED.containsKey(element)
                && !EVERYWHERE.contains(name)
                && !ALLOWED.get(element).contains(name)) {
              reading.say(id, "the attribute " + name + " may not be used at a " + element);
            }
          }
        });
  }
}
