package org.practicereview.chronology;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Turns a spreadsheet into the rows of a chronology, or says in plain words what is wrong with each
 * row. A spreadsheet is taken whole or not at all.
 */
@Component
class ChronologyImport {

  /** The most rows of one agency; the form asks for no more. */
  static final int MOST_ROWS = 500;

  private static final int LONGEST_QUOTED = 40;
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final Map<String, String> SEEN =
      Map.of(
          "yes",
          "yes",
          "y",
          "yes",
          "no",
          "no",
          "n",
          "no",
          "not recorded",
          "not-recorded",
          "not-recorded",
          "not-recorded");
  private static final Pattern MADE_BY_A_SPREADSHEET =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T.*)?");
  private static final int MONTHS = 12;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]");

  private final Clock clock;

  ChronologyImport(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a file holds.
   *
   * @param rows its rows
   * @param unclear what its author has to see, a sentence each: rows with two times, and the dates
   *     whose day and month nothing in the file tells apart, as they were read
   */
  record Imported(List<ChronologyRow> rows, List<String> unclear) {}

  /** A row's date as it was read. */
  private record DateOfRow(int row, String text, WhenItHappened when) {

    DateAsWritten date() {
      return when.date();
    }

    String inWords() {
      return "Row %d: %s was read as %s."
          .formatted(row, quoted(text), IN_WORDS.format(date().day()));
    }

    String times() {
      return "Row %d: there are two times. Both will be kept: %s.".formatted(row, when.time());
    }
  }

  /**
   * Reads a file.
   *
   * @param content a spreadsheet, CSV or Excel, with the headings of the template in its first row
   * @throws ChronologyRefused naming every row that cannot be taken
   */
  Imported read(byte[] content) {
    Sheet sheet = SheetReader.read(content);
    if (sheet.lines().isEmpty()) {
      throw new ChronologyRefused("The spreadsheet is empty.");
    }
    List<Column> columns = columns(sheet.lines().get(0));
    List<String> problems = new ArrayList<>();
    List<ChronologyRow> rows = new ArrayList<>();
    List<DateOfRow> dates = new ArrayList<>();
    for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
      rows.add(row(line, columns, problems, dates));
    }
    if (rows.size() > MOST_ROWS) {
      problems.add(
          0,
          "The spreadsheet has %,d rows; at most %d are taken. Keep to what matters for the review."
              .formatted(rows.size(), MOST_ROWS));
    }
    if (rows.isEmpty()) {
      problems.add("The spreadsheet has headings but no rows.");
    }
    if (!problems.isEmpty()) {
      throw new ChronologyRefused(problems);
    }
    List<String> unclear = new ArrayList<>(unclear(dates));
    dates.stream().filter(one -> one.when().twoTimes()).map(DateOfRow::times).forEach(unclear::add);
    return new Imported(rows, unclear);
  }

  /**
   * The dates that could be two days. In England the day comes first, and one date such as 31/1
   * shows that a file keeps to it. Where Excel for another country has opened a file, it has turned
   * what it could into dates, the month first, and has left the others as text.
   */
  private static List<String> unclear(List<DateOfRow> dates) {
    List<DateOfRow> either =
        dates.stream().filter(one -> one.date().order() == DateAsWritten.Order.EITHER).toList();
    boolean dayFirst =
        dates.stream().anyMatch(one -> one.date().order() == DateAsWritten.Order.DAY_FIRST);
    if (!dayFirst || !either.isEmpty()) {
      return dayFirst ? List.of() : either.stream().map(DateOfRow::inWords).toList();
    }
    List<DateOfRow> made =
        dates.stream().filter(one -> MADE_BY_A_SPREADSHEET.matcher(one.text()).matches()).toList();
    return made.stream().allMatch(one -> one.date().day().getDayOfMonth() <= MONTHS)
        ? made.stream().map(DateOfRow::inWords).toList()
        : List.of();
  }

  /** Which column stands where; null where a column has no heading and must be empty. */
  private static List<Column> columns(Sheet.Line headings) {
    List<String> problems = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    Set<Column> met = new HashSet<>();
    for (String heading : headings.cells()) {
      Optional<Column> column = Column.headed(clean(heading));
      if (heading.isBlank()) {
        columns.add(null);
      } else if (column.isEmpty()) {
        problems.add("The column " + quoted(heading) + " is not in the template.");
      } else if (!met.add(column.get())) {
        problems.add("The column " + quoted(heading) + " is there twice.");
      } else {
        columns.add(column.get());
      }
    }
    for (Column column : Column.values()) {
      if (column.required() && !met.contains(column)) {
        problems.add("The column " + quoted(column.heading()) + " is missing.");
      }
    }
    if (!problems.isEmpty()) {
      problems.add("Use the headings of the template, in the first row.");
      throw new ChronologyRefused(problems);
    }
    return columns;
  }

  private ChronologyRow row(
      Sheet.Line line, List<Column> columns, List<String> problems, List<DateOfRow> dates) {
    String row = "Row " + line.number() + ": ";
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int at = 0; at < Math.max(columns.size(), line.cells().size()); at++) {
      Column column = at < columns.size() ? columns.get(at) : null;
      String text = unguarded(clean(line.cell(at)));
      if (column == null) {
        if (!text.isEmpty()) {
          problems.add(row + quoted(text) + " stands in a column without a heading.");
        }
      } else if (text.isEmpty()) {
        if (column.required()) {
          problems.add(row + missing(column));
        }
      } else if (text.length() > column.longest()
          && column != Column.CHILD_SEEN
          && column != Column.DATE) {
        problems.add(
            row
                + "\"%s\" is %,d characters long; at most %,d are kept."
                    .formatted(column.heading(), text.length(), column.longest()));
      } else {
        String problem = take(column, text, cells);
        if (problem != null) {
          problems.add(row + problem);
        }
      }
    }
    if (cells.containsKey(Column.DATE)) {
      when(line.number(), cells, problems, dates);
    }
    return new ChronologyRow(cells);
  }

  /** Puts date and time into the row as they are kept. */
  private void when(
      int row, Map<Column, String> cells, List<String> problems, List<DateOfRow> dates) {
    String text = cells.get(Column.DATE);
    try {
      WhenItHappened when =
          WhenItHappened.read(text, cells.getOrDefault(Column.TIME, ""), LocalDate.now(clock));
      dates.add(new DateOfRow(row, text, when));
      cells.put(Column.DATE, when.date().day().toString());
      if (!when.time().isEmpty()) {
        cells.put(Column.TIME, when.time());
      }
    } catch (DateAsWritten.NotTaken e) {
      problems.add("Row " + row + ": " + e.getMessage());
    }
  }

  private static String missing(Column column) {
    return switch (column) {
      case DATE -> "the date is missing.";
      case CHILD_SEEN -> "say whether the child was seen: yes, no or not recorded.";
      default -> "\"" + column.heading() + "\" is empty.";
    };
  }

  /** Puts an answer into the row; says what is wrong with it, or null. */
  private static String take(Column column, String text, Map<Column, String> cells) {
    if (column == Column.CHILD_SEEN) {
      String seen = SEEN.get(text.toLowerCase(Locale.UK));
      if (seen == null) {
        return "whether the child was seen is yes, no or not recorded, and not "
            + quoted(text)
            + ".";
      }
      cells.put(column, seen);
    } else {
      cells.put(column, text);
    }
    return null;
  }

  private static String clean(String text) {
    return UNSEEN
        .matcher(text.replace('\u00A0', ' ').replace("\r\n", "\n").replace('\r', '\n'))
        .replaceAll("")
        .strip();
  }

  /** What an export put before a text that looks like a formula goes again. */
  private static String unguarded(String text) {
    return SheetWriter.isGuarded(text) ? text.substring(1) : text;
  }

  static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return "'"
        + (line.length() > LONGEST_QUOTED ? line.substring(0, LONGEST_QUOTED) + "…" : line)
        + "'";
  }
}
