package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormSchema;

/** Everything that someone wants to deploy at once, beside what is in use. */
final class Submission {

  private final Map<String, String> files;
  private final Sender sender;
  private final Deployed before;
  private final Installation installation;
  private final Map<String, OneModel> models = new TreeMap<>();
  private final Set<String> unreadable = new TreeSet<>();
  private Map<String, FormSchema> schemas;
  private final Map<String, ModelReading> readings = new HashMap<>();
  private Map<String, FormSchema> allForms;
  private List<OneModel> others;
  private Surroundings surroundings;

  /**
   * Who deploys.
   *
   * @param user their account; empty for the service itself
   * @param source what they say the deployment comes from, or empty
   * @param tenant the tenant they deploy it for, or empty
   */
  record Sender(String user, String source, String tenant) {

    /** Whether the service deploys what came with it: what it replaces binds no one then. */
    boolean isService() {
      return user.isEmpty();
    }
  }

  Submission(Map<String, String> files, Sender sender, Deployed before, Installation installation) {
    this.files = new TreeMap<>(files);
    this.sender = sender;
    this.before = before;
    this.installation = installation;
    this.files.forEach(
        (name, text) -> {
          if (name.endsWith(".bpmn")) {
            try {
              models.put(
                  name,
                  sender.isService() ? OneModel.trust(name, text) : OneModel.read(name, text));
            } catch (ModelException e) {
              unreadable.add(name);
            }
          }
        });
  }

  Map<String, String> files() {
    return files;
  }

  Sender sender() {
    return sender;
  }

  Deployed before() {
    return before;
  }

  Installation installation() {
    return installation;
  }

  /** The models among the files that can be read. */
  List<OneModel> models() {
    return List.copyOf(models.values());
  }

  /** A model as its rules read it. */
  ModelReading reading(OneModel model) {
    return readings.computeIfAbsent(
        model.file(), file -> new ModelReading(file, model.xml(), model.model(), surroundings()));
  }

  /** Models that are no models at all. */
  Set<String> unreadable() {
    return unreadable;
  }

  /** Models that stay in use. */
  List<OneModel> others() {
    if (others == null) {
      Set<String> replaced = new HashSet<>();
      models.values().forEach(model -> replaced.addAll(model.processes()));
      others = new ArrayList<>();
      before
          .models()
          .forEach(
              (process, model) -> {
                if (!replaced.contains(process)) {
                  others.add(model);
                }
              });
    }
    return others;
  }

  /** All models as they will be in use. */
  List<OneModel> allModels() {
    List<OneModel> all = new ArrayList<>(models.values());
    all.addAll(others());
    return all;
  }

  /** The file of a form that is deployed; its id where it is not among the files. */
  String fileOf(String form) {
    return files.keySet().stream()
        .filter(name -> name.matches(".+\\.(form|html)") && OneModel.formOf(name).equals(form))
        .findFirst()
        .orElse(form);
  }

  /** The forms among the files, by id: text. */
  Map<String, String> forms() {
    Map<String, String> forms = new TreeMap<>();
    files.forEach(
        (name, text) -> {
          if (name.matches(".+\\.(form|html)")) {
            forms.put(OneModel.formOf(name), text);
          }
        });
    return forms;
  }

  /** All forms as they will be in use, as far as they can be read. */
  Map<String, FormSchema> allForms() {
    if (allForms == null) {
      allForms = new TreeMap<>(before.schemas());
      allForms.keySet().removeAll(forms().keySet());
      allForms.putAll(schemas());
    }
    return allForms;
  }

  /** The questions of the forms among the files, as far as they can be read. */
  Map<String, FormSchema> schemas() {
    if (schemas == null) {
      schemas = new TreeMap<>();
      forms()
          .forEach((id, text) -> Deployed.read(id, text).ifPresent(form -> schemas.put(id, form)));
    }
    return schemas;
  }

  /** The text of a decision as it will be in use, or null. */
  String decision(String id) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".dmn")
          && file.getValue().contains("decision id=\"" + id + "\"")) {
        return file.getValue();
      }
    }
    return before.decisions().get(id);
  }

  /** What a model among the files may name. */
  Surroundings surroundings() {
    if (surroundings == null) {
      surroundings = lookAround();
    }
    return surroundings;
  }

  private Surroundings lookAround() {
    Set<String> variables = new TreeSet<>();
    Set<String> processes = new TreeSet<>();
    for (OneModel one : allModels()) {
      variables.addAll(one.variables());
      processes.addAll(one.processes());
    }
    Set<String> decisions = new TreeSet<>(before.decisions().keySet());
    Set<String> forms = new TreeSet<>();
    before.forms().forEach((id, text) -> addCamundaForm(forms, id, text));
    forms().forEach((id, text) -> addCamundaForm(forms, id, text));
    Set<String> pages = new TreeSet<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        pages.add(file.getKey());
      } else if (file.getKey().endsWith(".dmn")) {
        decisions.addAll(Tables.decisions(file.getValue()));
      }
    }
    String clocks = decision(ClockTableRule.CLOCKS);
    return new Surroundings(
        forms,
        pages,
        installation.letters(),
        clocks == null ? Set.of() : Tables.ids(clocks, ClockTableRule.CLOCKS),
        installation.beans(),
        processes,
        decisions,
        variables,
        installation.roles(),
        choices());
  }

  private static void addCamundaForm(Set<String> forms, String id, String text) {
    if (text.stripLeading().startsWith("{")) {
      forms.add(id);
    }
  }

  private Map<String, Set<String>> choices() {
    Map<String, Set<String>> choices = new TreeMap<>();
    Set<String> open = new HashSet<>();
    for (FormSchema form : allForms().values()) {
      form.questions()
          .forEach(
              field -> {
                if (field.kind() == FormField.Kind.CHOICE && field.offer().key().isEmpty()) {
                  Set<String> values = choices.computeIfAbsent(field.key(), key -> new TreeSet<>());
                  field.offer().choices().forEach(choice -> values.add(choice.value()));
                } else {
                  open.add(field.key());
                }
              });
    }
    choices.keySet().removeAll(open);
    return choices;
  }

  /** Keys of all questions of a form, those of rows among them. */
  static Set<String> keys(FormSchema form) {
    Set<String> keys = new TreeSet<>();
    form.questions()
        .forEach(
            field -> {
              keys.add(field.key());
              field.rows().forEach(row -> keys.add(row.key()));
            });
    return keys;
  }
}
