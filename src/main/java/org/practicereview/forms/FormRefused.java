package org.practicereview.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/** What someone filled in cannot be accepted; nothing was changed. */
public class FormRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> fields;

  /** Refuses a form as a whole. */
  public FormRefused(String message) {
    super(message);
    this.fields = Map.of();
  }

  /**
   * Refuses a form because of some of its answers.
   *
   * @param fields what is wrong, in plain words, by field key
   * @param labels the questions as the person reads them, by field key
   */
  public FormRefused(Map<String, String> fields, Map<String, String> labels) {
    super(sentence(fields, labels));
    this.fields = new LinkedHashMap<>(fields);
  }

  /** What is wrong, by field key; empty where it is the form as a whole. */
  public Map<String, String> fields() {
    return fields;
  }

  private static String sentence(Map<String, String> fields, Map<String, String> labels) {
    StringBuilder text = new StringBuilder("Nothing was changed. Please correct: ");
    fields.forEach(
        (key, wrong) ->
            text.append(labels.getOrDefault(key, key)).append(" – ").append(wrong).append("; "));
    return text.substring(0, text.length() - 2) + ".";
  }
}
