package org.practicereview.modelling;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.FormSchemaReader;

/** What is in use before a deployment: the latest version of everything, read once. */
final class Deployed {

  static final Deployed NOTHING = new Deployed(Map.of(), Map.of(), Map.of());

  private final Map<String, OneModel> models;
  private final Map<String, String> decisions;
  private final Map<String, String> forms;
  private Map<String, FormSchema> schemas;
  private Map<String, Set<String>> shown;

  /**
   * What is in use.
   *
   * @param models each model, by the id of its process
   * @param decisions text of each decision table, by the id of its decision
   * @param forms text of each form of both kinds, by its id
   */
  Deployed(Map<String, OneModel> models, Map<String, String> decisions, Map<String, String> forms) {
    this.models = Map.copyOf(models);
    this.decisions = Map.copyOf(decisions);
    this.forms = Map.copyOf(forms);
  }

  Map<String, OneModel> models() {
    return models;
  }

  Map<String, String> decisions() {
    return decisions;
  }

  Map<String, String> forms() {
    return forms;
  }

  Optional<OneModel> model(String process) {
    return Optional.ofNullable(models.get(process));
  }

  Optional<String> decision(String id) {
    return Optional.ofNullable(decisions.get(id));
  }

  Optional<String> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }

  /** The questions of each form that can be read. */
  synchronized Map<String, FormSchema> schemas() {
    if (schemas == null) {
      schemas = new TreeMap<>();
      forms.forEach((id, text) -> read(id, text).ifPresent(form -> schemas.put(id, form)));
    }
    return schemas;
  }

  /** The facts that its forms show each role, worked out once. */
  synchronized Map<String, Set<String>> shown(
      Function<Deployed, Map<String, Set<String>>> reading) {
    if (shown == null) {
      shown = reading.apply(this);
    }
    return shown;
  }

  /** The questions of a form; empty where it cannot be read. */
  static Optional<FormSchema> read(String id, String text) {
    try {
      return Optional.of(FormSchemaReader.read(id, text.getBytes(StandardCharsets.UTF_8)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
