package org.practicereview.modelling;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;

/** Reads decision tables by their words, without evaluating anything in them. */
final class Tables {

  private Tables() {}

  /**
   * A row of a table.
   *
   * @param id id of the row
   * @param given what stands in its first column, without quotation marks
   * @param cells what stands in the other columns, by their names, as it is written
   */
  record Row(String id, String given, Map<String, String> cells) {

    /** The text in a column, without quotation marks; empty where there is none. */
    String text(String column) {
      return unquoted(cells.getOrDefault(column, ""));
    }

    /** The whole number in a column; empty where there is something else. */
    Optional<Integer> number(String column) {
      String cell = cells.getOrDefault(column, "");
      return cell.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(cell)) : Optional.empty();
    }

    boolean isText(String column) {
      return cells.getOrDefault(column, "").matches("\"[^\"]*\"");
    }
  }

  static Optional<DmnModelInstance> read(String text) {
    try {
      return Optional.of(
          Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  /** Ids of the decisions in a file. */
  static Set<String> decisions(String text) {
    return read(text)
        .map(
            model ->
                model.getModelElementsByType(Decision.class).stream()
                    .map(Decision::getId)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
  }

  /** The rows of a decision in a file; empty where it is not there. */
  static List<Row> rows(String text, String decision) {
    List<Row> rows = new ArrayList<>();
    if (!text.contains('"' + decision + '"')) {
      return rows;
    }
    read(text)
        .ifPresent(
            model ->
                model.getModelElementsByType(DecisionTable.class).stream()
                    .filter(
                        table -> decision.equals(table.getParentElement().getAttributeValue("id")))
                    .forEach(
                        table -> table.getRules().forEach(rule -> rows.add(row(table, rule)))));
    return rows;
  }

  /** What stands in the first column of a decision. */
  static Set<String> ids(String text, String decision) {
    return rows(text, decision).stream()
        .map(Row::given)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Row row(DecisionTable table, Rule rule) {
    List<Output> outputs = List.copyOf(table.getOutputs());
    List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(outputs.size(), entries.size()); i++) {
      cells.put(String.valueOf(outputs.get(i).getName()), textOf(entries.get(i).getTextContent()));
    }
    String given =
        rule.getInputEntries().stream()
            .map(InputEntry::getTextContent)
            .map(Tables::textOf)
            .findFirst()
            .orElse("");
    return new Row(String.valueOf(rule.getId()), unquoted(given), cells);
  }

  private static String textOf(String cell) {
    return cell == null ? "" : cell.strip();
  }

  private static String unquoted(String cell) {
    return cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1).strip() : cell;
  }
}
