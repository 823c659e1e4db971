package org.practicereview.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.modelling.DrawingLists.Choice;
import org.practicereview.refusals.NotThere;

/** The questions of a Camunda form as an administrator reads and changes them. */
public final class FormText {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String NEW = "newQuestion";
  static final Set<String> LINES = Set.of("textfield", "textarea");

  private final ObjectNode form;
  private final List<ObjectNode> parts = new ArrayList<>();
  private final List<ArrayNode> places = new ArrayList<>();

  /**
   * Reads a form.
   *
   * @throws NotThere if it is none
   */
  public FormText(String text) {
    try {
      if (!(JSON.readTree(text) instanceof ObjectNode read)
          || !(read.get("components") instanceof ArrayNode components)) {
        throw new NotThere("This form cannot be read");
      }
      form = read;
      collect(components);
    } catch (JsonProcessingException e) {
      throw new NotThere("This form cannot be read");
    }
  }

  private void collect(ArrayNode components) {
    for (JsonNode one : components) {
      if (one instanceof ObjectNode part) {
        parts.add(part);
        places.add(components);
        if (part.get("components") instanceof ArrayNode inner) {
          collect(inner);
        }
      }
    }
  }

  /** A form without questions. */
  public static String begun(String id) {
    ObjectNode form = JSON.createObjectNode();
    form.put("type", "default").put("id", id).put("schemaVersion", 16);
    form.put("executionPlatform", "Camunda Platform").put("executionPlatformVersion", "7.24.0");
    ArrayNode components = form.putArray("components");
    components
        .addObject()
        .put("type", "text")
        .put("id", "caseHeader")
        .put(
            "text",
            "**Case {{caseReference}}**, {{partnershipName}}."
                + " [Open the case](/case/{{caseReference}})\n\n"
                + "{{if dueOn = null or dueOn = \"no date\" then \"\" else \"Due \" + dueOn +"
                + " \".\"}}");
    components.addObject().put("type", "text").put("id", "guidance").put("text", "What to do.");
    return written(form);
  }

  /** All parts in their order; the header of the case is not among them, for it stays. */
  public List<FormPart> parts() {
    List<FormPart> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).path("id").asText().equals("caseHeader")) {
        all.add(part(i, parts.get(i)));
      }
    }
    return all;
  }

  private static FormPart part(int number, ObjectNode one) {
    List<Choice> choices = new ArrayList<>();
    one.path("values")
        .forEach(
            each ->
                choices.add(new Choice(each.path("value").asText(), each.path("label").asText())));
    JsonNode properties = one.path("properties");
    return new FormPart(
        number,
        one.path("type").asText(),
        one.path("key").asText(),
        one.path(labelOf(one)).asText(),
        one.path("description").asText(),
        properties.path("display").asText().equals("true"),
        one.path("validate").path("required").asBoolean(),
        one.path("validate").path("maxLength").asInt(),
        properties.path("access").asText(),
        properties.path("decides").asBoolean(),
        choices,
        one.path("valuesKey").asText(),
        one.path("conditional").path("hide").asText());
  }

  private static String labelOf(ObjectNode one) {
    return switch (one.path("type").asText()) {
      case "datetime" -> "dateLabel";
      case "text" -> "text";
      default -> "label";
    };
  }

  /** The same with what was filled in, by names such as {@code label-3}. */
  public FormText with(Map<String, List<String>> given) {
    FormText now = copy();
    now.fill(given);
    return now.copy();
  }

  private FormText copy() {
    return new FormText(text());
  }

  private void fill(Map<String, List<String>> given) {
    for (int i = 0; i < parts.size(); i++) {
      ObjectNode one = parts.get(i);
      text(given, "label-" + i, value -> one.put(labelOf(one), value), one.path(labelOf(one)));
      text(
          given,
          "help-" + i,
          value -> putOrTake(one, "description", value),
          one.path("description"));
      text(
          given,
          "access-" + i,
          value -> putOrTake(inner(one, "properties"), "access", value),
          one.path("properties").path("access"));
      text(
          given,
          "decides-" + i,
          value ->
              putOrTake(inner(one, "properties"), "decides", value.equals("true") ? value : ""),
          one.path("properties").path("decides"));
      limits(given, i, one);
      choices(given, i, one);
      name(one);
    }
  }

  private static void text(
      Map<String, List<String>> given,
      String name,
      java.util.function.Consumer<String> set,
      JsonNode before) {
    if (given.containsKey(name)) {
      String value = given.get(name).get(0).strip();
      if (!value.equals(before.asText("").strip())) {
        set.accept(value);
      }
    }
  }

  private static void putOrTake(ObjectNode into, String name, String value) {
    if (value.isEmpty()) {
      into.remove(name);
    } else {
      into.put(name, value);
    }
  }

  private static ObjectNode inner(ObjectNode one, String name) {
    return one.get(name) instanceof ObjectNode there ? there : one.putObject(name);
  }

  private static void limits(Map<String, List<String>> given, int number, ObjectNode one) {
    List<String> required = given.get("required-" + number);
    boolean before = one.path("validate").path("required").asBoolean();
    if (required != null && required.contains("true") != before) {
      if (before) {
        inner(one, "validate").remove("required");
      } else {
        inner(one, "validate").put("required", true);
      }
    }
    List<String> length = given.get("length-" + number);
    if (length != null && length.get(0).strip().matches("[0-9]{1,6}")) {
      int longest = Integer.parseInt(length.get(0).strip());
      if (longest != one.path("validate").path("maxLength").asInt()) {
        inner(one, "validate").put("maxLength", longest);
      }
    }
  }

  /** A choice keeps its value however it reads; one without words goes; a new one gets a value. */
  private static void choices(Map<String, List<String>> given, int number, ObjectNode one) {
    List<String> labels = given.get("choice-" + number);
    if (labels == null || one.has("valuesKey")) {
      return;
    }
    Map<String, JsonNode> before = new HashMap<>();
    one.path("values").forEach(each -> before.put(each.path("value").asText(), each.get("value")));
    List<String> values = given.getOrDefault("value-" + number, List.of());
    ArrayNode now = JSON.createArrayNode();
    Set<String> used = new HashSet<>(values);
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).strip();
      String value = i < values.size() ? values.get(i) : "";
      if (!label.isEmpty()) {
        String kept = value.isEmpty() ? FormKeys.free(FormKeys.kebab(label), used, "-") : value;
        used.add(kept);
        ObjectNode choice = now.addObject().put("label", label);
        choice.set("value", before.getOrDefault(kept, TextNode.valueOf(kept)));
      }
    }
    if (!now.equals(one.path("values"))) {
      one.set("values", now);
    }
  }

  /** A new question is named by its words, once it has some. */
  private void name(ObjectNode one) {
    String words = one.path(labelOf(one)).asText();
    String plain = FormKeys.camel(words);
    if (one.path("key").asText().startsWith(NEW) && !plain.isEmpty()) {
      Set<String> used = new HashSet<>();
      parts.forEach(each -> used.add(each.path("key").asText(each.path("id").asText())));
      String key = FormKeys.free(plain, used, "");
      one.put("id", key);
      one.put("key", key);
    }
  }

  /** The same with one more question at its end. */
  public FormText withNew(String type) {
    if (!FormPart.ADDED.contains(type)) {
      return this;
    }
    Set<String> used = new HashSet<>();
    parts.forEach(each -> used.add(each.path("id").asText()));
    String id = FormKeys.free(NEW, used, "");
    FormText now = copy();
    ObjectNode one = ((ArrayNode) now.form.get("components")).addObject();
    one.put("type", type).put("id", id);
    if (type.equals("text")) {
      one.put("text", "");
    } else {
      one.put("key", id).put(type.equals("datetime") ? "dateLabel" : "label", "");
      rest(one, type);
    }
    return now.copy();
  }

  private static void rest(ObjectNode one, String type) {
    if (type.equals("datetime")) {
      one.put("subtype", "date");
    }
    if (LINES.contains(type)) {
      one.putObject("validate").put("maxLength", type.equals("textfield") ? 200 : 4000);
    }
    if (Set.of("radio", "select", "checklist").contains(type)) {
      one.putArray("values");
    }
    one.putObject("properties").put("prefill", "none");
  }

  /** The same without a part. */
  public FormText without(int number) {
    FormText now = copy();
    if (number >= 0 && number < parts.size()) {
      now.places.get(number).remove(now.indexOf(number));
    }
    return now.copy();
  }

  /** The same with a part one place further up, among those beside it. */
  public FormText up(int number) {
    FormText now = copy();
    if (number >= 0 && number < parts.size() && indexOf(number) > 0) {
      int at = indexOf(number);
      ArrayNode place = now.places.get(number);
      JsonNode moved = place.remove(at);
      place.insert(at - 1, moved);
    }
    return now.copy();
  }

  private int indexOf(int number) {
    ArrayNode place = places.get(number);
    for (int i = 0; i < place.size(); i++) {
      if (place.get(i) == parts.get(number)) {
        return i;
      }
    }
    throw new IllegalStateException("A part stands nowhere");
  }

  /** As it is written in its file. */
  public String text() {
    return written(form);
  }

  private static String written(ObjectNode form) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    try {
      return JSON.writer(printer).writeValueAsString(form) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
