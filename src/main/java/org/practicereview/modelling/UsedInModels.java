package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.practicereview.modelling.DrawingLists.Choice;

/** What the models in use say already, and another one may therefore say as well. */
final class UsedInModels {

  private static final Pattern BLOCK = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(.*\\)}");

  private final Map<String, Set<String>> told = new TreeMap<>();
  private final Map<String, String> conditions = new TreeMap<>();
  private final Map<String, String> collections = new TreeMap<>();
  private final Map<String, String> pages = new TreeMap<>();
  private final Map<String, String> tasks = new TreeMap<>();
  private final Set<String> listeners = new TreeSet<>();
  private final Set<String> rolesOfCase = new TreeSet<>();

  UsedInModels(Collection<OneModel> models) {
    models.forEach(this::read);
  }

  private void read(OneModel model) {
    for (ServiceTask task : model.all(ServiceTask.class)) {
      Matcher block = BLOCK.matcher(String.valueOf(task.getCamundaDelegateExpression()));
      if (block.matches()) {
        ModelReading.propertiesOf(task)
            .forEach((name, value) -> add(block.group(1) + "." + name, value));
      }
    }
    for (UserTask task : model.all(UserTask.class)) {
      ModelReading.propertiesOf(task).forEach((name, value) -> add("task." + name, value));
      roles(task.getCamundaCandidateGroups());
      page(task.getCamundaFormKey());
    }
    for (StartEvent start : model.all(StartEvent.class)) {
      ModelReading.propertiesOf(start).forEach((name, value) -> add("start." + name, value));
      page(start.getCamundaFormKey());
    }
    model.forms().forEach(use -> tasks.putIfAbsent(use.form(), use.name()));
    for (CamundaTaskListener listener : model.all(CamundaTaskListener.class)) {
      listeners.add(String.valueOf(listener.getCamundaDelegateExpression()));
    }
    for (MultiInstanceLoopCharacteristics loop :
        model.all(MultiInstanceLoopCharacteristics.class)) {
      if (loop.getCamundaCollection() != null) {
        collections.put(loop.getCamundaCollection(), loop.getCamundaElementVariable());
      }
    }
    model.all(SequenceFlow.class).forEach(this::condition);
  }

  private void add(String field, String value) {
    told.computeIfAbsent(field, one -> new TreeSet<>()).add(value);
  }

  private void roles(String groups) {
    if (groups != null) {
      ModelReading.groups(groups).stream()
          .filter(group -> group.startsWith("${"))
          .forEach(rolesOfCase::add);
    }
  }

  private void page(String key) {
    if (key != null) {
      pages.putIfAbsent(OneModel.formOf(key), key);
    }
  }

  private void condition(SequenceFlow flow) {
    if (flow.getConditionExpression() != null) {
      String condition = flow.getConditionExpression().getTextContent().strip();
      conditions.putIfAbsent(
          condition,
          ModelSteps.name(flow.getSource()) + " " + (flow.getName() == null ? "" : flow.getName()));
    }
  }

  /** What is told to building blocks, by {@code block.field}. */
  Map<String, List<Choice>> fields() {
    Map<String, List<Choice>> fields = new TreeMap<>();
    told.forEach((field, values) -> fields.put(field, choices(values)));
    return fields;
  }

  /** What is told in one field; of a list with commas each by itself. */
  List<Choice> values(String of, String name) {
    Set<String> single = new TreeSet<>();
    told.getOrDefault(of + "." + name, Set.of())
        .forEach(value -> single.addAll(ModelReading.groups(value)));
    return choices(single);
  }

  /** To whom letters and notices go. */
  Set<String> recipients() {
    Set<String> recipients = new TreeSet<>();
    told.forEach(
        (field, values) -> {
          if (field.endsWith(".to")) {
            values.forEach(value -> recipients.addAll(ModelReading.groups(value)));
          }
        });
    return recipients;
  }

  /** Roles that the case itself decides, such as the agency whose part it is. */
  List<Choice> rolesOfCase() {
    return rolesOfCase.stream().map(one -> new Choice(one, called(one))).toList();
  }

  private static String called(String expression) {
    Matcher call = CALL.matcher(expression);
    return call.matches()
        ? "As the case says: "
            + DrawingLists.inWords(call.group(2)).toLowerCase(java.util.Locale.UK)
        : expression;
  }

  List<Choice> listeners() {
    return listeners.stream()
        .map(one -> new Choice(one, DrawingLists.inWords(one.replaceAll("[${}]", ""))))
        .toList();
  }

  /** What a step is repeated for: the expression, its words, and what each of them is called. */
  List<Map<String, String>> collections() {
    List<Map<String, String>> all = new ArrayList<>();
    collections.forEach(
        (expression, variable) ->
            all.add(
                Map.of(
                    "value", expression,
                    "label", called(expression).replaceFirst("As the case says: ", "Each of: "),
                    "variable", String.valueOf(variable))));
    return all;
  }

  /** All conditions, by the words at their ways. */
  List<Choice> conditions() {
    return conditions.entrySet().stream()
        .map(one -> new Choice(one.getKey(), one.getValue().strip()))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /** How a model names each HTML form. */
  Map<String, String> pages() {
    return pages;
  }

  /** What the task is called that is done with a form. */
  Optional<String> taskOf(String form) {
    return Optional.ofNullable(tasks.get(form));
  }

  private static List<Choice> choices(Collection<String> values) {
    return values.stream().map(one -> new Choice(one, DrawingLists.inWords(one))).toList();
  }
}
