package org.practicereview.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a task, as someone opens it in Tasklist. */
public final class OpenForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenForm() {}

  /** The id of a task's form. */
  public static String nameOf(JsonNode task) {
    JsonNode form = task.path("camundaFormRef").path("key");
    String key = form.isTextual() ? form.asText() : task.path("formKey").asText();
    return key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
  }

  /** What the form of a task is filled with when this person opens it. */
  public static Map<String, Object> asItOpens(TasklistUser person, JsonNode task) {
    Map<String, Object> values = new LinkedHashMap<>();
    JsonNode opened = person.formVariables(task.path("id").asText()).expect(200).body();
    for (Map.Entry<String, JsonNode> variable : opened.properties()) {
      values.put(variable.getKey(), plain(variable.getValue()));
    }
    return values;
  }

  private static Object plain(JsonNode variable) {
    JsonNode value = variable.path("value");
    try {
      boolean packed = variable.path("type").asText().equals("Json");
      return JSON.convertValue(packed ? JSON.readTree(value.asText()) : value, Object.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError("A form opens with broken rows: " + variable, e);
    }
  }
}
