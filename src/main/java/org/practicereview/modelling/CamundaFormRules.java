package org.practicereview.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for Camunda Forms, as the viewer inside Tasklist 7.24 (form-js 1.8.7) shows them. */
final class CamundaFormRules {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCHEMA_VERSION = 16;

  private static final Set<String> LINES = Set.of("textfield", "textarea");
  private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "datetime");
  private static final Set<String> OTHERS = Set.of("text", "group", "separator");
  private static final Map<String, String> HARMFUL =
      Map.of(
          "button", "with a button, Enter sends the form without the word just typed",
          "filepicker", "Tasklist cannot show a form with a file picker; use an embedded form",
          "dynamiclist", "rows block the Complete button for ever; use an embedded form",
          "html", "markup belongs into a text component",
          "iframe", "nothing is fetched from elsewhere");
  private static final Set<String> PROPERTIES =
      Set.of("notAfter", "notBefore", "prefill", "option", "display", "access", "holds", "decides");

  /**
   * What a component may be made of: what the rules look at, and what the editor adds by itself.
   */
  private static final Set<String> PARTS =
      Set.of(
          "type",
          "id",
          "key",
          "label",
          "text",
          "conditional",
          "validate",
          "values",
          "valuesKey",
          "properties",
          "description",
          "disabled",
          "readonly",
          "dateLabel",
          "subtype",
          "components",
          "showOutline",
          "path",
          "layout",
          "searchable");

  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[A-Za-z][A-Za-z0-9]*");
  private static final Set<String> FEEL =
      Set.of("and", "or", "not", "list", "contains", "null", "true", "false", "today");

  private final String form;
  private final List<Finding> findings;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new TreeSet<>();
  private int inputs;

  CamundaFormRules(String form, List<Finding> findings) {
    this.form = form;
    this.findings = findings;
  }

  void check(String content) {
    JsonNode schema;
    try {
      schema = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      say("", "is not a form that can be read");
      return;
    }
    if (!schema.path("id").asText().equals(form)) {
      say("", "the id of the form must be its file name");
    }
    if (schema.path("schemaVersion").asInt() > SCHEMA_VERSION) {
      say("", "was made for a newer viewer than the one in Tasklist");
    }
    confidentiality("", schema.path("properties"));
    collectKeys(schema.path("components"));
    components(schema.path("components"));
    FormRules.approval(
            schema.path("properties").path("approves").asText(""), keys.contains(FormRules.VERSION))
        .forEach(sentence -> say("", sentence));
    if (inputs == 1) {
      say("", "needs a second question; with a single one, Enter sends the form");
    }
  }

  private void collectKeys(JsonNode components) {
    for (JsonNode component : components) {
      if (component.has("key")) {
        keys.add(component.path("key").asText());
      }
      collectKeys(component.path("components"));
    }
  }

  private void components(JsonNode components) {
    for (JsonNode component : components) {
      component(component);
    }
  }

  private void component(JsonNode component) {
    String type = component.path("type").asText();
    String id = component.path("id").asText();
    for (Map.Entry<String, JsonNode> part : component.properties()) {
      if (!PARTS.contains(part.getKey())) {
        say(id, "the setting " + part.getKey() + " may not be used");
      }
    }
    if (id.isEmpty() || !ids.add(id)) {
      say(id, "each component needs an id of its own");
    }
    if (component.path("readonly").asBoolean()) {
      say(id, "a read-only field is sent back and changes its type; make it disabled");
    }
    condition(id, component.path("conditional").path("hide").asText(""));
    properties(id, component);
    if (INPUTS.contains(type)) {
      input(id, type, component);
    } else if (type.equals("group")) {
      if (component.hasNonNull("path")) {
        say(id, "a group with a path would hide its answers from the rules");
      }
      components(component.path("components"));
    } else if (type.equals("text")) {
      text(id, component.path("text").asText());
    } else if (!OTHERS.contains(type)) {
      say(id, HARMFUL.getOrDefault(type, "the component " + type + " may not be used"));
    }
  }

  private void input(String id, String type, JsonNode component) {
    String key = component.path("key").asText();
    if (!key.equals(id) || !FormRules.isKey(key)) {
      say(id, "the key of a question is its id, in camelCase");
    }
    boolean isDate = type.equals("datetime");
    String label = component.path(isDate ? "dateLabel" : "label").asText();
    if (label.isBlank()) {
      say(id, "a question needs a label");
    }
    if (type.equals("checkbox") && label.length() > FormRules.LONGEST_CHOICE) {
      say(id, "the label of a box is too long to be read whole");
    }
    if (isDate && !component.path("subtype").asText().equals("date")) {
      say(id, "ask for a date; a date with a time is lost when the time is left out");
    }
    if (LINES.contains(type)) {
      length(id, type, component.path("validate").path("maxLength").asInt());
    }
    if (CHOICES.contains(type)) {
      choices(id, component);
    }
    if (component.path("disabled").asBoolean()) {
      if (component.path("validate").path("required").asBoolean()) {
        say(id, "what is only shown cannot be required");
      }
    } else {
      inputs++;
    }
  }

  private void length(String id, String type, int longest) {
    int most = type.equals("textarea") ? FormRules.LONGEST_NARRATIVE : FormRules.LONGEST_LINE;
    if (longest < 1 || longest > most) {
      say(id, "needs a longest length of at most " + most + " characters");
    }
  }

  private void choices(String id, JsonNode component) {
    if (component.hasNonNull("valuesKey")) {
      return;
    }
    Set<String> values = new HashSet<>();
    for (JsonNode choice : component.path("values")) {
      String label = choice.path("label").asText();
      if (label.isBlank() || label.length() > FormRules.LONGEST_CHOICE) {
        say(id, "every choice needs a label that can be read whole");
      }
      if (!choice.has("value") || !values.add(choice.path("value").asText())) {
        say(id, "every choice needs a value of its own");
      }
    }
    if (values.size() < 2) {
      say(id, "needs something to choose from");
    }
  }

  private void text(String id, String text) {
    if (text.isBlank()) {
      say(id, "a text must say something");
    }
    if (text.contains("](") && !text.contains("](/case/{{caseReference}})")) {
      say(id, "a text links to the case page and nowhere else");
    }
    if (text.contains("<")) {
      say(id, "a text holds no markup");
    }
  }

  private void condition(String id, String condition) {
    if (condition.isEmpty()) {
      return;
    }
    if (!condition.startsWith("=")) {
      say(id, "a condition begins with =");
    }
    Matcher words = WORD.matcher(condition);
    while (words.find()) {
      String word = words.group();
      if (!word.startsWith("\"") && !FEEL.contains(word) && !keys.contains(word)) {
        say(id, "the condition looks at " + word + ", which this form does not ask");
      }
    }
  }

  private void properties(String id, JsonNode component) {
    JsonNode properties = component.path("properties");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (!PROPERTIES.contains(property.getKey())) {
        say(id, "the property " + property.getKey() + " means nothing");
      }
    }
    confidentiality(id, properties);
    boolean isDate = component.path("type").asText().equals("datetime");
    for (String rule : List.of("notAfter", "notBefore")) {
      if (properties.has(rule) && !(isDate && FormRules.areDays(properties.path(rule).asText()))) {
        say(id, rule + " compares a date with today or with another answer");
      }
    }
    if (properties.has("prefill") && !FormRules.isPrefill(properties.path("prefill").asText())) {
      say(id, "prefill names a fact, today or none");
    }
    if (properties.has("decides") && !properties.path("decides").asText().equals("true")) {
      say(id, "decides says true, or is left out");
    }
    if (properties.has("display") != component.path("disabled").asBoolean()) {
      say(id, "what is only shown is disabled and has the property display");
    }
  }

  private void confidentiality(String id, JsonNode properties) {
    FormRules.confidentiality(
            properties.path("access").asText(""), properties.path("holds").asText(""))
        .forEach(sentence -> say(id, sentence));
  }

  private void say(String element, String sentence) {
    findings.add(new Finding(form, element, sentence));
  }
}
