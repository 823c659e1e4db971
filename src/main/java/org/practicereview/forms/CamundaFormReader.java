package org.practicereview.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.forms.FormField.Choice;
import org.practicereview.forms.FormField.Kind;

/** Reads a Camunda Form for the questions and rules in it. */
final class CamundaFormReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CamundaFormReader() {}

  static List<FormField> fields(String text) {
    try {
      List<FormField> fields = new ArrayList<>();
      addComponents(JSON.readTree(text).path("components"), List.of(), fields);
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException("The form is not valid JSON", e);
    }
  }

  private static void addComponents(JsonNode nodes, List<String> hidden, List<FormField> fields) {
    for (JsonNode node : nodes) {
      List<String> hiddenWhen = new ArrayList<>(hidden);
      String hide = node.path("conditional").path("hide").asText("");
      if (!hide.isBlank()) {
        hiddenWhen.add(hide.strip().replaceFirst("^=", ""));
      }
      if (node.path("type").asText().equals("group")) {
        if (!node.path("label").asText("").isBlank()) {
          fields.add(FormField.heading(node.path("label").asText(), List.copyOf(hiddenWhen)));
        }
        addComponents(node.path("components"), hiddenWhen, fields);
      } else if (node.has("key") || node.path("type").asText().equals("text")) {
        fields.add(component(node, List.copyOf(hiddenWhen)));
      }
    }
  }

  private static FormField component(JsonNode node, List<String> hiddenWhen) {
    JsonNode rules = node.path("validate");
    JsonNode properties = node.path("properties");
    List<Choice> choices = new ArrayList<>();
    node.path("values")
        .forEach(
            value ->
                choices.add(
                    new Choice(value.path("value").asText(), value.path("label").asText())));
    Kind kind = kind(node, rules);
    return new FormField(
        node.path("key").asText(""),
        label(node),
        node.path("description").asText(""),
        kind,
        rules.path("required").asBoolean(false),
        rules.path("maxLength").asInt(0),
        rules.path("pattern").asText(""),
        number(rules.path("min")),
        number(rules.path("max")),
        List.copyOf(choices),
        node.path("valuesKey").asText(""),
        properties.path("notAfter").asText(""),
        properties.path("notBefore").asText(""),
        properties.path("prefill").asText(""),
        properties.path("display").asBoolean(false),
        properties.path("option").asText(""),
        hiddenWhen,
        List.of(),
        0,
        0);
  }

  private static String label(JsonNode node) {
    for (String name : List.of("label", "dateLabel", "text")) {
      if (node.hasNonNull(name)) {
        return node.path(name).asText();
      }
    }
    return node.path("key").asText("");
  }

  private static Kind kind(JsonNode node, JsonNode rules) {
    return switch (node.path("type").asText()) {
      case "textfield" ->
          rules.path("validationType").asText().equals("email") ? Kind.EMAIL : Kind.TEXT;
      case "textarea" -> Kind.NARRATIVE;
      case "number" -> Kind.NUMBER;
      case "checkbox" -> Kind.TICK;
      case "datetime" ->
          node.path("subtype").asText("date").equals("date") ? Kind.DATE : Kind.DATE_TIME;
      case "radio", "select" -> Kind.CHOICE;
      case "checklist", "taglist" -> Kind.CHOICES;
      case "text", "html" -> Kind.GUIDANCE;
      default ->
          throw new IllegalStateException(
              "The form has a component that is not supported: " + node.path("type").asText());
    };
  }

  private static Double number(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : Double.valueOf(node.asDouble());
  }
}
