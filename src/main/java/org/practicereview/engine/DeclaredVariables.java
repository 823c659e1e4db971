package org.practicereview.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.practicereview.forms.FormRefused;

/**
 * The answers that a model declares as engine variables, and no others. An element declares one
 * with an extension property {@code variable:<name>} whose value is its type: {@code boolean},
 * {@code code}, {@code date} or {@code integer}.
 */
final class DeclaredVariables {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:@/-]{1,100}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private DeclaredVariables() {}

  /**
   * Declared variables with the values that were given; null where nothing was given, so that an
   * earlier answer does not live on behind a question that is no longer asked.
   *
   * @throws FormRefused if a value is not of the declared type
   */
  static Map<String, Object> of(BaseElement element, Map<String, Object> answers) {
    Map<String, Object> variables = new TreeMap<>();
    ElementProperties.of(element)
        .startingWith("variable:")
        .forEach((name, type) -> variables.put(name, typed(name, type, answers.get(name))));
    return variables;
  }

  private static Object typed(String name, String type, Object value) {
    if (value == null) {
      return type.equals("boolean") ? Boolean.FALSE : null;
    }
    Object typed =
        switch (type) {
          case "boolean" -> value instanceof Boolean ? value : yesOrNo(value);
          case "code" -> CODE.matcher(value.toString()).matches() ? value.toString() : null;
          case "date" -> DATE.matcher(value.toString()).matches() ? value.toString() : null;
          case "integer" -> value instanceof Number number ? number.intValue() : null;
          default ->
              throw new IllegalStateException(
                  "The model declares " + name + " with the unknown type " + type);
        };
    if (typed == null) {
      throw new FormRefused("Nothing was changed. The answer to " + name + " is not a " + type);
    }
    return typed;
  }

  private static Boolean yesOrNo(Object value) {
    return switch (value.toString()) {
      case "yes", "true" -> Boolean.TRUE;
      case "no", "false" -> Boolean.FALSE;
      default -> null;
    };
  }
}
