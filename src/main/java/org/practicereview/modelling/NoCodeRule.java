package org.practicereview.modelling;

import java.util.Map;

/**
 * A model holds no program code and takes no way round the building blocks: no script, class,
 * external worker, connector, or listener other than a building block.
 */
final class NoCodeRule implements ModelRule {

  private static final Map<String, String> FORBIDDEN_ELEMENTS =
      Map.of(
          "scriptTask", "a script task runs code; use a building block",
          "script", "a script runs code; use a building block",
          "connector", "a connector is not allowed; use a building block",
          "field", "values for building blocks are extension properties, not fields",
          "formData", "questions belong in a form, not in the model",
          "inputOutput", "input and output mappings are not allowed; declare variables instead");
  private static final Map<String, String> FORBIDDEN_ATTRIBUTES =
      Map.of(
          "class", "naming a Java class is not allowed; use a building block",
          "expression", "an expression as implementation is not allowed; use a building block",
          "topic", "external workers are not allowed; use a building block",
          "formHandlerClass", "naming a Java class is not allowed",
          "variableMappingClass", "naming a Java class is not allowed",
          "variableMappingDelegateExpression", "hand variables on by name");

  @Override
  public void check(ModelReading reading) {
    XmlWalk.over(
        reading.xml(),
        new XmlWalk.Visitor() {
          @Override
          public void element(String id, String name) {
            if (FORBIDDEN_ELEMENTS.containsKey(name)) {
              reading.say(id, FORBIDDEN_ELEMENTS.get(name));
            }
          }

          @Override
          public void attribute(String id, String element, String name, String value) {
            if (FORBIDDEN_ATTRIBUTES.containsKey(name)) {
              reading.say(id, FORBIDDEN_ATTRIBUTES.get(name));
            }
            boolean handsOn = element.equals("in") || element.equals("out");
            if (handsOn && name.equals("variables")) {
              reading.say(id, "only named variables are handed on, never all of them");
            }
            if (element.equals("conditionExpression") && name.equals("language")) {
              reading.say(id, "a condition is a plain expression, not a script");
            }
          }
        });
  }
}
