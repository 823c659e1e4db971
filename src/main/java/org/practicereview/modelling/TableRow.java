package org.practicereview.modelling;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.practicereview.modelling.DrawingLists.Choice;

/** A row of a decision table, with what explains it. */
public record TableRow(String id, String explanation, List<TableRow.Cell> cells) {

  private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LIST = Pattern.compile(WORDS + "(\\s*,\\s*" + WORDS + ")*");

  /** How a cell is filled in. */
  public enum Entry {
    /** What the row is about; it stays. */
    KEY,
    /** Any of several words; none of them means that it does not matter. */
    TESTS,
    /** Words. */
    WORDS,
    /** A whole number. */
    NUMBER,
    /** One of several words. */
    ONE,
    /** Yes or no. */
    YES_OR_NO,
    /** A role. */
    ROLE,
    /** Roles, with commas between. */
    ROLES,
    /** A date that a form asks. */
    DATE
  }

  /** A column, with what may be chosen in it where that is written in the table. */
  public record Column(String name, String title, Entry entry, List<Choice> choices) {}

  /** A cell: what stands in it, without quotation marks. */
  public record Cell(String id, String raw, Column column) {

    /** What stands in it, without quotation marks. */
    public String value() {
      return WORDS.matcher(raw).matches() ? raw.substring(1, raw.length() - 1) : raw;
    }

    /** Each of what stands in it. */
    public List<String> values() {
      String plain = raw.equals("-") ? "" : raw;
      return Arrays.stream(plain.split(","))
          .map(one -> one.strip().replace("\"", ""))
          .filter(one -> !one.isEmpty())
          .toList();
    }

    /** Whether it says what the row is about. */
    public boolean isKey() {
      return column.entry() == Entry.KEY;
    }

    /** Whether it is to say what the row is about, and does not. */
    public boolean hasNoKey() {
      return isKey() && value().isEmpty();
    }

    /** Whether it says something that the page has no field for. */
    public boolean isAsWritten() {
      return column.entry() == Entry.TESTS
          && !raw.isEmpty()
          && !raw.equals("-")
          && !LIST.matcher(raw).matches();
    }

    String written(Collection<String> given) {
      List<String> clean = given.stream().map(one -> one.strip().replace("\"", "\u2019")).toList();
      return switch (column.entry()) {
        case TESTS ->
            isAsWritten() || values().equals(clean.stream().filter(one -> !one.isEmpty()).toList())
                ? raw
                : quoted(clean);
        case NUMBER, YES_OR_NO -> clean.isEmpty() ? "" : clean.get(0);
        case ROLES -> words(String.join(",", clean.stream().filter(o -> !o.isEmpty()).toList()));
        default -> words(clean.isEmpty() ? "" : clean.get(0));
      };
    }

    private String words(String given) {
      return given.equals(value()) ? raw : "\"" + given + "\"";
    }

    private static String quoted(List<String> values) {
      List<String> quoted =
          values.stream().filter(one -> !one.isEmpty()).map(one -> '"' + one + '"').toList();
      return quoted.isEmpty() ? "-" : String.join(",", quoted);
    }
  }

  /** Whether it has no key yet, or nothing that explains it: it was begun here. */
  public boolean isAdded() {
    return explanation.isEmpty() || cells.stream().anyMatch(Cell::hasNoKey);
  }

  /** What it is called. */
  public String title() {
    return cells.stream()
        .filter(cell -> cell.column().name().equals("name") && !cell.value().isEmpty())
        .map(Cell::value)
        .findFirst()
        .orElseGet(
            () ->
                cells.get(0).column().entry() == Entry.TESTS && cells.size() > 3
                    ? explanation.replaceAll("(?s)[:.] .*", "")
                    : DrawingLists.inWords(cells.get(0).value()));
  }

  /** What it says, in short: for clocks how long they are. */
  public String summary() {
    String length = of("length");
    return length.isEmpty()
        ? cells.stream()
            .filter(cell -> cell.column().entry() == Entry.ONE)
            .map(cell -> DrawingLists.inWords(cell.value()))
            .findFirst()
            .orElse("")
        : length + " " + DrawingLists.inWords(of("unit")).toLowerCase(Locale.UK);
  }

  private String of(String column) {
    return cells.stream()
        .filter(cell -> cell.column().name().equals(column))
        .map(Cell::value)
        .findFirst()
        .orElse("");
  }
}
