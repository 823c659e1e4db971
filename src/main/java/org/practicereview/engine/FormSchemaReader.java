package org.practicereview.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.practicereview.engine.FormField.Choice;
import org.practicereview.engine.FormField.Kind;

/**
 * Reads a form file, Camunda Form or embedded HTML, for the questions and rules in it. What the
 * attributes mean is told in {@code docs/forms.md}.
 */
final class FormSchemaReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormSchemaReader() {}

  static FormSchema read(String formId, byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    List<FormField> fields =
        text.stripLeading().startsWith("{") ? camundaForm(text) : embeddedForm(text);
    return new FormSchema(formId, sha256(file), List.copyOf(fields));
  }

  private static List<FormField> camundaForm(String text) {
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

  private static List<FormField> embeddedForm(String text) {
    Element body = Jsoup.parse(text).body();
    List<FormField> fields = new ArrayList<>();
    for (Element element : body.select("[data-rows], input[name], textarea[name], select[name]")) {
      if (element.hasAttr("data-rows")) {
        fields.add(rows(element));
      } else if (element.parents().is("[data-rows]")
          || fields.stream().anyMatch(field -> field.key().equals(element.attr("name")))) {
        continue; // part of a row, or a further radio button of a question already read
      } else {
        fields.add(input(body, element));
      }
    }
    return fields;
  }

  private static FormField rows(Element fieldset) {
    List<FormField> columns = new ArrayList<>();
    for (Element input : fieldset.select("input[name], textarea[name], select[name]")) {
      columns.add(input(fieldset, input));
    }
    int fewest = integer(fieldset, "data-min");
    return new FormField(
        fieldset.attr("data-rows"),
        fieldset.attr("data-row-name"),
        "",
        Kind.ROWS,
        fewest > 0,
        0,
        "",
        null,
        null,
        List.of(),
        "",
        "",
        "",
        fieldset.attr("data-prefill"),
        false,
        fieldset.attr("data-option"),
        showWhen(fieldset),
        List.copyOf(columns),
        fewest,
        fieldset.hasAttr("data-max") ? integer(fieldset, "data-max") : 200);
  }

  private static FormField input(Element around, Element input) {
    String key = input.attr("name");
    Kind kind = kind(input);
    return new FormField(
        key,
        label(around, input, key),
        "",
        kind,
        input.hasAttr("required"),
        integer(input, "maxlength"),
        input.attr("pattern"),
        input.hasAttr("min") && kind == Kind.NUMBER ? Double.valueOf(input.attr("min")) : null,
        input.hasAttr("max") && kind == Kind.NUMBER ? Double.valueOf(input.attr("max")) : null,
        choices(around, input, key, kind),
        input.attr("data-choices"),
        input.attr("data-not-after"),
        input.attr("data-not-before"),
        input.attr("data-prefill"),
        input.hasAttr("disabled"),
        input.attr("data-option"),
        showWhen(input),
        List.of(),
        0,
        0);
  }

  private static Kind kind(Element input) {
    if (input.normalName().equals("textarea")) {
      return Kind.NARRATIVE;
    }
    if (input.normalName().equals("select")) {
      return input.hasAttr("multiple") ? Kind.CHOICES : Kind.CHOICE;
    }
    return switch (input.attr("type")) {
      case "date" -> Kind.DATE;
      case "datetime-local" -> Kind.DATE_TIME;
      case "number" -> Kind.NUMBER;
      case "email" -> Kind.EMAIL;
      case "checkbox" -> Kind.TICK;
      case "radio" -> Kind.CHOICE;
      case "file" -> Kind.FILES;
      default -> Kind.TEXT;
    };
  }

  private static String label(Element around, Element input, String key) {
    Element label = input.attr("type").equals("radio") ? null : input.closest("label");
    if (label == null && !input.id().isEmpty() && !input.attr("type").equals("radio")) {
      label = around.selectFirst("label[for=" + input.id() + "]");
    }
    if (label == null) {
      Element fieldset = input.closest("fieldset");
      label = fieldset == null ? null : fieldset.selectFirst("legend");
    }
    return label == null ? key : label.text();
  }

  private static List<Choice> choices(Element around, Element input, String key, Kind kind) {
    if (kind == Kind.CHOICE && input.attr("type").equals("radio")) {
      return around.select("input[type=radio][name=" + key + "]").stream()
          .map(radio -> new Choice(radio.attr("value"), radio.parent().text()))
          .toList();
    }
    return input.select("option").stream()
        .filter(option -> !option.attr("value").isEmpty())
        .map(option -> new Choice(option.attr("value"), option.text()))
        .toList();
  }

  /** {@code data-show-when="key=value"} on the input or around it, as conditions to hide. */
  private static List<String> showWhen(Element element) {
    List<String> hidden = new ArrayList<>();
    for (Element at = element; at != null; at = at.parent()) {
      String condition = at.attr("data-show-when");
      if (!condition.isBlank()) {
        String[] parts = condition.split("=", 2);
        String value = parts[1].strip();
        boolean plain = value.equals("true") || value.equals("false");
        hidden.add(
            "not("
                + parts[0].strip()
                + " = "
                + (plain ? value : "\"" + value.replace("\"", "") + "\"")
                + ")");
      }
    }
    return List.copyOf(hidden);
  }

  private static int integer(Element element, String attribute) {
    return element.hasAttr(attribute) ? Integer.parseInt(element.attr(attribute)) : 0;
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
