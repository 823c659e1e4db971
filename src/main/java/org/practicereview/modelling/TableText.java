package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.practicereview.modelling.DrawingLists.Choice;
import org.practicereview.modelling.TableRow.Cell;
import org.practicereview.modelling.TableRow.Column;
import org.practicereview.modelling.TableRow.Entry;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;

/**
 * A decision table as an administrator reads and changes it, row by row. What is not changed stays
 * as it is written, letter by letter.
 */
public final class TableText {

  private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"");
  private static final String ADDED = "_added";
  private static final Map<String, Entry> KNOWN =
      Map.of(
          "ownerRole", Entry.ROLE,
          "escalationRoles", Entry.ROLES,
          "thenTold", Entry.ROLES,
          "trigger", Entry.DATE);

  private final String text;
  private final List<Column> columns = new ArrayList<>();
  private final List<TableRow> rows = new ArrayList<>();

  /**
   * Reads a table.
   *
   * @throws NotThere if it is none
   */
  public TableText(String text) {
    this.text = text;
    DmnModelInstance model =
        Tables.read(text).orElseThrow(() -> new NotThere("This table cannot be read"));
    DecisionTable table =
        model.getModelElementsByType(DecisionTable.class).stream()
            .findFirst()
            .orElseThrow(() -> new NotThere("This table cannot be read"));
    table.getInputs().forEach(input -> columns.add(column(input)));
    table.getOutputs().forEach(output -> columns.add(column(output)));
    table.getRules().forEach(rule -> rows.add(row(rule)));
  }

  private static Column column(Input input) {
    List<Choice> choices =
        input.getInputValues() == null ? List.of() : choices(input.getInputValues());
    return new Column("", input.getLabel(), choices.isEmpty() ? Entry.KEY : Entry.TESTS, choices);
  }

  private static Column column(Output output) {
    List<Choice> choices =
        output.getOutputValues() == null ? List.of() : choices(output.getOutputValues());
    String type = String.valueOf(output.getTypeRef());
    Entry entry =
        !choices.isEmpty()
            ? Entry.ONE
            : type.equals("boolean")
                ? Entry.YES_OR_NO
                : type.equals("integer")
                    ? Entry.NUMBER
                    : KNOWN.getOrDefault(output.getName(), Entry.WORDS);
    return new Column(output.getName(), output.getLabel(), entry, choices);
  }

  private static List<Choice> choices(ModelElementInstance values) {
    Matcher words = WORDS.matcher(values.getTextContent());
    List<Choice> choices = new ArrayList<>();
    while (words.find()) {
      String value = words.group().replace("\"", "");
      choices.add(new Choice(value, DrawingLists.inWords(value)));
    }
    return choices;
  }

  private TableRow row(Rule rule) {
    List<ModelElementInstance> entries = new ArrayList<>(rule.getInputEntries());
    entries.addAll(rule.getOutputEntries());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(entries.size(), columns.size()); i++) {
      String content = Objects.requireNonNullElse(entries.get(i).getTextContent(), "").strip();
      cells.add(
          new Cell(
              String.valueOf(entries.get(i).getAttributeValue("id")), content, columns.get(i)));
    }
    String explanation =
        rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
    return new TableRow(String.valueOf(rule.getId()), explanation, cells);
  }

  public List<Column> columns() {
    return columns;
  }

  public List<TableRow> rows() {
    return rows;
  }

  /** As it is written in its file. */
  public String text() {
    return text;
  }

  /** The same with what was filled in, by the ids of cells, and of rows for their explanations. */
  public TableText with(Map<String, List<String>> given) {
    String now = text;
    for (TableRow row : rows) {
      for (Cell cell : row.cells()) {
        List<String> filled = cell.hasNoKey() ? key(row, given) : given.get(cell.id());
        if (filled != null && (cell.hasNoKey() || !cell.isKey())) {
          String written = cell.written(filled);
          if (!written.equals(cell.raw())) {
            now = replaced(now, inEntry(cell.id()), written);
          }
        }
      }
      List<String> explained = given.get(row.id());
      if (explained != null && !explained.get(0).strip().equals(row.explanation())) {
        now = explained(now, row.id(), explained.get(0).strip());
      }
    }
    return new TableText(now);
  }

  /** Puts the explanation of a row in, also where there was none. */
  private static String explained(String text, String row, String words) {
    Matcher there = inRule(row).matcher(text);
    Pattern head = Pattern.compile("(<rule id=\"" + Pattern.quote(row) + "\"[^>]*>)");
    String now =
        there.find()
            ? text
            : head.matcher(text).replaceFirst("$1\n        <description></description>");
    return replaced(now, inRule(row), words);
  }

  /** A new clock is called by its name; its key is made of that. */
  private static List<String> key(TableRow row, Map<String, List<String>> given) {
    for (Cell cell : row.cells()) {
      if (cell.column().name().equals("name") && given.containsKey(cell.id())) {
        String words = given.get(cell.id()).get(0).toLowerCase(Locale.UK);
        return List.of(words.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", ""));
      }
    }
    return given.get(row.cells().get(0).id());
  }

  private static Pattern inEntry(String id) {
    return Pattern.compile(
        "(?s)(Entry id=\"" + Pattern.quote(id) + "\"[^>]*>\\s*<text>)(.*?)(</text>)");
  }

  private static Pattern inRule(String id) {
    return Pattern.compile(
        "(?s)(<rule id=\"" + Pattern.quote(id) + "\">\\s*<description>)(.*?)(</description>)");
  }

  private static String replaced(String text, Pattern where, String with) {
    String escaped = with.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    Matcher place = where.matcher(text);
    if (!place.find()) {
      throw new Refused(
          "This table is written in a way that cannot be changed here. Change it as a file");
    }
    return text.substring(0, place.start(2)) + escaped + text.substring(place.end(2));
  }

  /** The same with one more row, which begins as a copy of the last one without its name. */
  public TableText withNewRow() {
    if (!text.contains("<rule ")) {
      throw new Refused("This table has no row to begin from. Change it as a file");
    }
    int number = 1;
    while (text.contains(ADDED + number + "\"")) {
      number++;
    }
    String mark = ADDED + number;
    int begin = text.lastIndexOf("<rule ");
    int end = text.lastIndexOf("</rule>") + "</rule>".length();
    String copy =
        text.substring(begin, end).replaceAll("id=\"([^\"]+?)\"", "id=\"$1" + mark + "\"");
    copy = copy.replaceFirst("(?s)<description>.*?</description>", "<description></description>");
    TableText copied =
        new TableText(text.substring(0, end) + "\n      " + copy + text.substring(end));
    TableRow row = copied.rows().get(copied.rows().size() - 1);
    String now = copied.text();
    for (Cell cell : row.cells()) {
      if (cell.isKey() || cell.column().name().equals("name")) {
        now = replaced(now, inEntry(cell.id()), "\"\"");
      }
    }
    return new TableText(now);
  }

  /** The same without a row. */
  public TableText without(String row) {
    return new TableText(
        text.replaceFirst("(?s)\\s*<rule id=\"" + Pattern.quote(row) + "\">.*?</rule>", ""));
  }
}
