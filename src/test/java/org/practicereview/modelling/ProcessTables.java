package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.practicereview.modelling.ShippedModels.ShippedModel;

/** What the models say about clocks, letters, forms and roles, as tables in Markdown. */
final class ProcessTables {

  private static final Map<String, String> SPOKEN =
      Map.of(
          "${people.agency(execution)}",
          "people of the agency that is asked",
          "${people.partner(execution)}",
          "each of the three partners",
          "${people.decideWithdrawal(execution)}",
          "the local authority, or one of the others where it has asked itself");

  private final List<ShippedModel> models;
  private final Map<String, Map<String, String>> clocks = new LinkedHashMap<>();

  ProcessTables() {
    models = ShippedModels.processes();
    ShippedModels.decisions().stream()
        .flatMap(decision -> decision.getModelElementsByType(Decision.class).stream())
        .filter(decision -> decision.getId().equals("clock-rules"))
        .forEach(this::readClocks);
  }

  /** The page that shows and explains all models. */
  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Processes: pictures and tables

        Generated from the models in `processes/`. Do not edit: change the model, then run

        ```
        mvn -q test -Dtest=ProcessDocumentationTest -Ddocs.write=true
        ```

        A test fails when a picture or a table no longer says what the models say.

        """);
    page.append("## Pictures\n\n");
    for (ShippedModel one : models) {
      String text =
          one.process().getDocumentations().stream()
              .map(documentation -> documentation.getTextContent().strip())
              .collect(Collectors.joining(" "));
      page.append("### ").append(one.process().getName()).append("\n\n");
      page.append(text).append(" Model: `").append(one.path()).append("`.\n\n");
      page.append("![%s](%s)\n\n".formatted(one.process().getName(), picture(one)));
      String calls =
          one.model().getModelElementsByType(CallActivity.class).stream()
              .map(call -> "`" + call.getCalledElement() + "`")
              .distinct()
              .collect(Collectors.joining(", "));
      if (!calls.isEmpty()) {
        page.append("Calls ").append(calls).append(".\n\n");
      }
    }
    page.append("## Clocks\n\nLengths are the national or default ones; a partnership may count ");
    page.append("from another date or choose another local length in its profile.\n\n");
    page.append(
        table(
            "Clock | Length | Counts from | Where it is laid down | Reminds | Tells when overdue | In the models",
            clockRows()));
    page.append("## Letters\n\n");
    page.append(table("Letter | Written by | To | Approved by | Sent by", letterRows()));
    page.append("## Notices inside the partnership\n\n");
    page.append(table("Notice | Sent by | To | About the clock", noticeRows()));
    page.append("## Forms\n\n");
    page.append(table("Form | Task | Who | Variables that reach the engine", formRows()));
    page.append("## Roles\n\n");
    page.append(table("Role | Tasks", roleRows()));
    return page.toString().stripTrailing() + "\n";
  }

  /** Where the picture of a model stands, seen from {@code docs/processes/}. */
  static String picture(ShippedModel model) {
    return model.path().substring("processes/".length()).replace(".bpmn", ".svg");
  }

  private void readClocks(Decision decision) {
    DecisionTable table = decision.getChildElementsByType(DecisionTable.class).iterator().next();
    List<String> names = table.getOutputs().stream().map(Output::getName).toList();
    for (Rule rule : table.getRules()) {
      Map<String, String> values = new TreeMap<>();
      int column = 0;
      for (OutputEntry entry : rule.getOutputEntries()) {
        values.put(names.get(column++), unquoted(entry.getTextContent()));
      }
      clocks.put(unquoted(rule.getInputEntries().iterator().next().getTextContent()), values);
    }
  }

  private Collection<String> clockRows() {
    List<String> rows = new ArrayList<>();
    clocks.forEach(
        (id, rule) ->
            rows.add(
                row(
                    rule.getOrDefault("name", id) + " (`" + id + "`)",
                    length(rule),
                    "`" + rule.getOrDefault("trigger", "") + "`",
                    rule.getOrDefault("citation", ""),
                    rule.getOrDefault("ownerRole", ""),
                    rule.getOrDefault("escalationRoles", "").replace(",", ", "),
                    String.join("<br>", placesOfClock(id)))));
    return rows;
  }

  private static String length(Map<String, String> rule) {
    String unit = rule.getOrDefault("unit", "").toLowerCase().replace('_', ' ');
    String before = "BEFORE".equals(rule.get("direction")) ? " before" : "";
    return rule.getOrDefault("length", "") + " " + unit + before;
  }

  private List<String> placesOfClock(String clock) {
    List<String> places = new ArrayList<>();
    for (ShippedModel one : models) {
      for (ServiceTask task : one.model().getModelElementsByType(ServiceTask.class)) {
        boolean mine = clock.equals(ModelReading.propertiesOf(task).get("clock"));
        if (mine && !"${notify}".equals(task.getCamundaDelegateExpression())) {
          places.add(place(one, task));
        }
      }
      for (TimerEventDefinition timer :
          one.model().getModelElementsByType(TimerEventDefinition.class)) {
        if (timer.getTimeDate().getTextContent().contains("'" + clock + "'")) {
          places.add(place(one, (FlowElement) timer.getParentElement()));
        }
      }
    }
    return places;
  }

  private Collection<String> letterRows() {
    List<String> rows = new ArrayList<>();
    for (ShippedModel one : models) {
      for (ServiceTask task : blocks(one, "${writeLetter}")) {
        Map<String, String> given = ModelReading.propertiesOf(task);
        String letter = given.get("letter");
        boolean approval = "required".equals(given.get("approval"));
        String approvers =
            one.model().getModelElementsByType(UserTask.class).stream()
                .filter(user -> letter.equals(ModelReading.propertiesOf(user).get("letter")))
                .map(user -> who(user))
                .collect(Collectors.joining(", "));
        String senders =
            blocks(one, "${sendLetter}").stream()
                .filter(send -> letter.equals(ModelReading.propertiesOf(send).get("letter")))
                .map(send -> place(one, send))
                .collect(Collectors.joining(", "));
        rows.add(
            row(
                "`" + letter + "`",
                place(one, task),
                given.get("to").replace(",", ", "),
                approval ? approvers : "no approval",
                approval ? senders : "at once"));
      }
    }
    return rows;
  }

  private Collection<String> noticeRows() {
    List<String> rows = new ArrayList<>();
    for (ShippedModel one : models) {
      for (ServiceTask task : blocks(one, "${notify}")) {
        Map<String, String> given = ModelReading.propertiesOf(task);
        String clock = given.containsKey("clock") ? "`" + given.get("clock") + "`" : "";
        rows.add(
            row(
                "`" + given.get("notice") + "`",
                place(one, task),
                given.get("to").replace(",", ", "),
                clock));
      }
    }
    return rows;
  }

  private Collection<String> formRows() {
    List<String> rows = new ArrayList<>();
    for (ShippedModel one : models) {
      for (StartEvent start : one.model().getModelElementsByType(StartEvent.class)) {
        if (start.getCamundaFormRef() != null) {
          String form = "`" + start.getCamundaFormRef() + ".form`";
          rows.add(row(form, place(one, start), "anyone", variables(start)));
        }
      }
      for (UserTask task : one.model().getModelElementsByType(UserTask.class)) {
        rows.add(row("`" + form(task) + "`", place(one, task), who(task), variables(task)));
      }
    }
    return rows;
  }

  private static String form(UserTask task) {
    return task.getCamundaFormRef() == null
        ? task.getCamundaFormKey().replaceAll(".*/", "")
        : task.getCamundaFormRef() + ".form";
  }

  private static String variables(BaseElement element) {
    return ModelReading.propertiesOf(element).entrySet().stream()
        .filter(one -> one.getKey().startsWith("variable:"))
        .map(one -> "`" + one.getKey().substring(9) + "` (" + one.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private Collection<String> roleRows() {
    Map<String, List<String>> tasks = new TreeMap<>();
    for (ShippedModel one : models) {
      for (UserTask task : one.model().getModelElementsByType(UserTask.class)) {
        roles(task)
            .forEach(
                role ->
                    tasks.computeIfAbsent(role, key -> new ArrayList<>()).add(place(one, task)));
      }
    }
    List<String> rows = new ArrayList<>();
    tasks.forEach((role, places) -> rows.add(row(role, String.join("<br>", places))));
    return rows;
  }

  private static Stream<String> roles(UserTask task) {
    String groups = task.getCamundaCandidateGroups();
    return SPOKEN.containsKey(groups)
        ? Stream.of(SPOKEN.get(groups))
        : new TreeSet<>(Arrays.asList(groups.split(","))).stream();
  }

  private static String who(UserTask task) {
    return roles(task).collect(Collectors.joining(", "));
  }

  private static List<ServiceTask> blocks(ShippedModel model, String bean) {
    return model.model().getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> bean.equals(task.getCamundaDelegateExpression()))
        .toList();
  }

  private static String place(ShippedModel model, FlowElement element) {
    return element.getName() + " (`" + model.process().getId() + "`)";
  }

  private static String unquoted(String text) {
    return text.strip().replaceAll("^\"|\"$", "");
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String table(String head, Collection<String> rows) {
    String rule = head.replaceAll("[^|]+", " --- ").strip();
    return "| " + head + " |\n| " + rule + " |\n" + String.join("", rows) + "\n";
  }
}
