package org.practicereview.modelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What is set in a model and named by no sentence of {@link DifferenceOfModels}, such as how long a
 * timer runs or what a called process is given: whoever releases must not overlook that it differs.
 */
final class UnsaidSettings {

  /** The model as a whole, in the place of the id of a step. */
  static final String WHOLE = "";

  /** Of each element, attributes that a sentence names, or that change nothing. */
  private static final Map<String, Set<String>> SAID =
      Map.ofEntries(
          Map.entry("definitions", Set.of("id", "exporter", "exporterVersion")),
          Map.entry("process", Set.of("id", "name", "historyTimeToLive")),
          Map.entry(
              "userTask",
              Set.of(
                  "candidateGroups", "formRef", "formKey", "dueDate", "followUpDate", "assignee")),
          Map.entry("serviceTask", Set.of("delegateExpression")),
          Map.entry("businessRuleTask", Set.of("decisionRef")),
          Map.entry("callActivity", Set.of("calledElement")),
          Map.entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
          Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
          Map.entry("multiInstanceLoopCharacteristics", Set.of("collection")));

  /** Elements that a sentence names, or that change nothing. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "incoming",
          "outgoing",
          "documentation",
          "taskListener",
          "timeDate",
          "conditionExpression",
          "textAnnotation",
          "association",
          "BPMNDiagram");

  private final Set<String> steps = new HashSet<>();
  private final Map<String, String> settings = new HashMap<>();

  private UnsaidSettings() {}

  /** By the ids of steps and ways, and of the model as a whole. */
  static Map<String, String> of(BpmnModelInstance model, ModelSteps steps) {
    UnsaidSettings unsaid = new UnsaidSettings();
    unsaid.steps.addAll(steps.nodes().keySet());
    unsaid.steps.addAll(steps.flows().keySet());
    Document document = (Document) model.getDocument().getDomSource().getNode();
    unsaid.settings.put(WHOLE, unsaid.read(document.getDocumentElement(), true));
    return unsaid.settings;
  }

  private String read(Element element, boolean step) {
    Map<String, String> set = new TreeMap<>();
    Set<String> said = SAID.getOrDefault(element.getLocalName(), Set.of());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr one = (Attr) element.getAttributes().item(i);
      String name = one.getLocalName() == null ? one.getName() : one.getLocalName();
      boolean names = step && (name.equals("id") || name.equals("name"));
      if (!names && !said.contains(name) && changesSomething(one)) {
        set.put(one.getNamespaceURI() + " " + name, one.getValue());
      }
    }
    StringBuilder read = new StringBuilder(element.getLocalName()).append(set);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner && !isSaid(inner)) {
        String id = inner.getAttribute("id");
        if (steps.contains(id)) {
          settings.put(id, read(inner, true));
        } else {
          String words = read(inner, false);
          read.append(words.equals("extensionElements{}()") ? "" : words);
        }
      } else if (child.getNodeType() == Node.TEXT_NODE
          || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        read.append(child.getNodeValue().strip());
      }
    }
    int head = element.getLocalName().length() + set.toString().length();
    return read.insert(head, '(').append(')').toString();
  }

  /** The properties of steps are named, those of the model and of its ways are not. */
  private boolean isSaid(Element element) {
    if (!element.getLocalName().equals("properties")) {
      return PASSED_OVER.contains(element.getLocalName());
    }
    Element owner = (Element) element.getParentNode().getParentNode();
    return steps.contains(owner.getAttribute("id")) && !owner.getLocalName().equals("sequenceFlow");
  }

  private static boolean changesSomething(Attr one) {
    return !one.getName().startsWith("xmlns")
        && !String.valueOf(one.getNamespaceURI()).contains("/schema/modeler/");
  }
}
