package org.practicereview.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as the server understands it: the same file that the browser draws, read for its rules.
 *
 * @param id form id, the task in kebab-case
 * @param version SHA-256 of the file, so that stored answers say which questions they answer
 * @param fields questions and guidance in order
 * @param approves what is approved with it, for example {@code answers:write-learning-brief}; empty
 *     if nothing is. See {@link Approvable}.
 */
public record FormSchema(String id, String version, List<FormField> fields, String approves) {

  /** A form with which nothing is approved. */
  public FormSchema(String id, String version, List<FormField> fields) {
    this(id, version, fields, "");
  }

  /** Everything that takes an answer: neither guidance nor facts that are only shown. */
  public List<FormField> questions() {
    return fields.stream()
        .filter(field -> field.kind() != FormField.Kind.GUIDANCE && !field.isShown())
        .toList();
  }

  /** What the form says of each of its questions, by key. */
  public Map<String, Confidentiality> confidentiality() {
    Map<String, Confidentiality> said = new LinkedHashMap<>();
    questions().forEach(field -> said.put(field.key(), field.confidentiality()));
    return said;
  }
}
