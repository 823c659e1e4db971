package org.practicereview.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.ConcurrentLruCache;

/**
 * Reads answers from the text that they are stored as. What was read lately is kept by that text:
 * the same text always says the same, so that nothing kept can be out of date.
 */
class StoredText {

  private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};

  private static final int MOST_KEPT = 2000;
  private static final int LONGEST_KEPT = 10_000;

  private final ObjectMapper json;
  private final ConcurrentLruCache<String, Map<String, Object>> kept =
      new ConcurrentLruCache<>(MOST_KEPT, this::parse);

  StoredText(ObjectMapper json) {
    this.json = json;
  }

  /** The answers; no one can change them. */
  Map<String, Object> read(String text) {
    return text.length() > LONGEST_KEPT ? parse(text) : kept.get(text);
  }

  private Map<String, Object> parse(String text) {
    try {
      return unchangeable(json.readValue(text, VALUES));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> unchangeable(Map<String, Object> values) {
    values.replaceAll((key, value) -> unchangeable(value));
    return Collections.unmodifiableMap(values);
  }

  @SuppressWarnings("unchecked")
  private static Object unchangeable(Object value) {
    if (value instanceof Map<?, ?> row) {
      return unchangeable((Map<String, Object>) row);
    }
    if (value instanceof List<?> list) {
      ((List<Object>) list).replaceAll(StoredText::unchangeable);
      return Collections.unmodifiableList(list);
    }
    return value;
  }
}
