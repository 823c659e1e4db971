package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Says in sentences how a decision table differs from the one before it, row by row. */
final class DifferenceOfTables {

  private static final String EXPLANATION = "explanation";
  private static final String LENGTH = "length";
  private static final String UNIT = "unit";

  private DifferenceOfTables() {}

  /** A row: what it is called, and what stands in its columns, by their names. */
  private record Line(String name, Map<String, String> cells, Map<String, String> titles) {

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /** For clocks: how long it is. */
    String time() {
      return cell(LENGTH) + " " + cell(UNIT).toLowerCase(Locale.UK).replace('_', ' ');
    }

    boolean isClock() {
      return cells.containsKey(LENGTH) && cells.containsKey(UNIT);
    }
  }

  static List<String> between(String before, String after) {
    Map<String, Line> old = lines(before);
    Map<String, Line> now = lines(after);
    List<String> sentences = new ArrayList<>();
    now.forEach(
        (id, line) -> {
          if (old.containsKey(id)) {
            changed(old.get(id), line, sentences);
          } else {
            sentences.add(
                "The row \"%s\" is new%s."
                    .formatted(line.name(), line.isClock() ? ": " + line.time() : ""));
          }
        });
    old.forEach(
        (id, line) -> {
          if (!now.containsKey(id)) {
            sentences.add("The row \"%s\" is gone.".formatted(line.name()));
          }
        });
    List<String> stayed = new ArrayList<>(old.keySet());
    stayed.retainAll(now.keySet());
    List<String> stay = new ArrayList<>(now.keySet());
    stay.retainAll(old.keySet());
    if (!stayed.equals(stay)) {
      sentences.add("The rows stand in another order.");
    }
    if (!aroundRows(before).equals(aroundRows(after))) {
      sentences.add("Settings of the table differ that no sentence names. Compare the two files.");
    }
    return sentences;
  }

  /** The table without its rows, how it is drawn, and which modeler wrote it. */
  private static String aroundRows(String text) {
    return text.replaceAll("(?s)<(\\w+:)?rule\\b.*?</(\\w+:)?rule>", "")
        .replaceAll("(?s)<(dmndi:DMNDI)\\b.*?</dmndi:DMNDI>", "")
        .replaceAll("\\b(modeler:\\w+|exporter\\w*|xmlns(:\\w+)?)=\"[^\"]*\"", "")
        .replaceAll("\\s+", "");
  }

  private static void changed(Line old, Line now, List<String> sentences) {
    if (now.isClock() && old.isClock() && !now.time().equals(old.time())) {
      sentences.add(
          "The time for \"%s\" becomes %s, was %s.".formatted(now.name(), now.time(), old.time()));
    }
    now.cells()
        .forEach(
            (column, cell) -> {
              boolean told = now.isClock() && (column.equals(LENGTH) || column.equals(UNIT));
              if (!told && !cell.equals(old.cell(column))) {
                sentences.add(
                    column.equals(EXPLANATION)
                        ? "The explanation of \"%s\" has changed.".formatted(now.name())
                        : "In the row \"%s\", \"%s\" becomes %s, was %s."
                            .formatted(
                                now.name(),
                                now.titles().get(column),
                                said(cell),
                                said(old.cell(column))));
              }
            });
  }

  private static String said(String cell) {
    return cell.isEmpty() ? "empty" : "\"" + cell + "\"";
  }

  /** The rows of all tables in a file, by their ids. */
  private static Map<String, Line> lines(String text) {
    Map<String, Line> lines = new LinkedHashMap<>();
    Tables.read(text)
        .ifPresent(
            model ->
                model
                    .getModelElementsByType(DecisionTable.class)
                    .forEach(
                        table ->
                            table
                                .getRules()
                                .forEach(rule -> lines.put(rule.getId(), line(table, rule)))));
    return lines;
  }

  private static Line line(DecisionTable table, Rule rule) {
    Map<String, String> cells = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    List<InputEntry> given = List.copyOf(rule.getInputEntries());
    int at = 0;
    for (var input : table.getInputs()) {
      if (at < given.size()) {
        cells.put(input.getId(), plain(given.get(at++).getTextContent()));
        titles.put(input.getId(), Objects.requireNonNullElse(input.getLabel(), "Input"));
      }
    }
    List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
    at = 0;
    for (var output : table.getOutputs()) {
      if (at < entries.size()) {
        String column = String.valueOf(output.getName());
        cells.put(column, plain(entries.get(at++).getTextContent()));
        titles.put(column, Objects.requireNonNullElse(output.getLabel(), column));
      }
    }
    String first = cells.values().stream().findFirst().orElse("");
    String name = cells.getOrDefault("name", first);
    if (rule.getDescription() != null) {
      cells.put(EXPLANATION, plain(rule.getDescription().getTextContent()));
    }
    if (name.isEmpty() && table.getParentElement() instanceof Decision decision) {
      name = decision.getName();
    }
    return new Line(name, cells, titles);
  }

  private static String plain(String cell) {
    String text = cell == null ? "" : cell.strip().replaceAll("\\s+", " ");
    return text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : text;
  }
}
