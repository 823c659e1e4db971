package org.practicereview.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.forms.FormField.Asked;
import org.practicereview.forms.FormField.Choice;
import org.practicereview.forms.FormField.CountLimit;
import org.practicereview.forms.FormField.DateLimit;
import org.practicereview.forms.FormField.FileLimit;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormField.Limits;
import org.practicereview.forms.FormField.NumberLimit;
import org.practicereview.forms.FormField.Offer;
import org.practicereview.forms.FormField.TextLimit;
import org.practicereview.forms.FormField.Wording;

/** Reads a Camunda Form for the questions and rules in it. */
final class CamundaFormReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CamundaFormReader() {}

  static List<FormField> fields(String text) {
    try {
      List<FormField> fields = new ArrayList<>();
      JsonNode form = JSON.readTree(text);
      addComponents(
          form.path("components"), List.of(), said(form, Confidentiality.NOT_SAID), fields);
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException("The form is not valid JSON", e);
    }
  }

  /** What is approved with the form; empty if nothing is. */
  static String approves(String text) {
    try {
      return JSON.readTree(text).path("properties").path("approves").asText("");
    } catch (IOException e) {
      throw new IllegalStateException("The form is not valid JSON", e);
    }
  }

  private static void addComponents(
      JsonNode nodes, List<String> hidden, Confidentiality around, List<FormField> fields) {
    for (JsonNode node : nodes) {
      Confidentiality said = said(node, around);
      List<String> hiddenWhen = new ArrayList<>(hidden);
      String hide = node.path("conditional").path("hide").asText("");
      if (!hide.isBlank()) {
        hiddenWhen.add(hide.strip().replaceFirst("^=", ""));
      }
      if (node.path("type").asText().equals("group")) {
        if (!node.path("label").asText("").isBlank()) {
          fields.add(FormField.heading(node.path("label").asText(), List.copyOf(hiddenWhen)));
        }
        addComponents(node.path("components"), hiddenWhen, said, fields);
      } else if (node.has("key") || node.path("type").asText().equals("text")) {
        fields.add(component(node, List.copyOf(hiddenWhen), said));
      }
    }
  }

  private static FormField component(JsonNode node, List<String> hiddenWhen, Confidentiality said) {
    JsonNode rules = node.path("validate");
    JsonNode properties = node.path("properties");
    List<Choice> choices = new ArrayList<>();
    node.path("values")
        .forEach(
            value ->
                choices.add(
                    new Choice(value.path("value").asText(), value.path("label").asText())));
    return new FormField(
        node.path("key").asText(""),
        kind(node, rules),
        new Wording(label(node), node.path("description").asText("")),
        rules.path("required").asBoolean(false),
        new Limits(
            new TextLimit(rules.path("maxLength").asInt(0), rules.path("pattern").asText("")),
            new NumberLimit(number(rules.path("min")), number(rules.path("max"))),
            new DateLimit(
                properties.path("notBefore").asText(""), properties.path("notAfter").asText("")),
            CountLimit.NONE,
            FileLimit.NONE),
        new Offer(List.copyOf(choices), node.path("valuesKey").asText("")),
        new Opening(
            properties.path("prefill").asText(""), properties.path("display").asBoolean(false)),
        new Asked(
            properties.path("option").asText(""),
            hiddenWhen,
            properties.path("decides").asBoolean(false)),
        said,
        List.of());
  }

  /** What the form, a group or a question says of itself; what it leaves open, its surroundings. */
  private static Confidentiality said(JsonNode node, Confidentiality around) {
    JsonNode properties = node.path("properties");
    return Confidentiality.said(
        properties.path("access").asText(""), properties.path("holds").asText(""), around);
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
