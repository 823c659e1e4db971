package org.practicereview.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;

/** Forms as they travel between Tasklist and the service: variables with a type and a value. */
final class FormJson {

  /** Room for a form with the largest files allowed, which travel as text a third longer. */
  private static final int LARGEST_BODY = 60 * 1024 * 1024;

  private static final int LARGEST_NAME = 4096;

  private final ObjectMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * What someone filled in, by field key.
   *
   * @throws JsonProcessingException if it is no JSON, or names a thing twice
   * @throws TooLarge if there is no room for it
   */
  Map<String, Object> given(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new TooLarge();
    }
    JsonNode variables = json.readTree(body).path("variables");
    Map<String, Object> given = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : variables.properties()) {
      JsonNode value = entry.getValue().path("value");
      // Rows, files and lists travel as JSON in a text.
      boolean packed =
          value.isTextual()
              && List.of("json", "object")
                  .contains(entry.getValue().path("type").asText().toLowerCase(Locale.UK));
      JsonNode plain = packed ? json.readTree(value.asText()) : value;
      given.put(entry.getKey(), json.convertValue(plain, Object.class));
    }
    return given;
  }

  /** Whom a call names; empty for no one. */
  String user(HttpServletRequest request) throws IOException {
    return json.readTree(request.getInputStream().readNBytes(LARGEST_NAME))
        .path("userId")
        .asText("");
  }

  /** Answers with what the fields of a form hold. */
  void variables(HttpServletResponse response, Map<String, Object> values) throws IOException {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      variables.put(entry.getKey(), variable(entry.getValue()));
    }
    write(response, variables);
  }

  private Map<String, Object> variable(Object value) throws JsonProcessingException {
    Map<String, Object> variable = new LinkedHashMap<>();
    boolean packed = value instanceof List || value instanceof Map;
    variable.put(
        "type",
        packed
            ? "Json"
            : value instanceof Boolean ? "Boolean" : value instanceof Number ? "Double" : "String");
    variable.put("value", packed ? json.writeValueAsString(value) : value);
    variable.put("valueInfo", Map.of());
    return variable;
  }

  /** Answers with JSON. */
  void write(HttpServletResponse response, Object answer) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), answer);
  }

  /** More was sent than there is room for. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
