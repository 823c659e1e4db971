package org.practicereview.chronology;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
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

  private static final int EARLIEST_YEAR = 1900;
  private static final int LONGEST_QUOTED = 40;
  private static final List<DateTimeFormatter> DATES =
      List.of(format("d/M/uuuu"), DateTimeFormatter.ISO_LOCAL_DATE);
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
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]");

  private final Clock clock;

  ChronologyImport(Clock clock) {
    this.clock = clock;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The rows in a file.
   *
   * @param content a spreadsheet, CSV or Excel, with the headings of the template in its first row
   * @throws ChronologyRefused naming every row that cannot be taken
   */
  List<ChronologyRow> rows(byte[] content) {
    Sheet sheet = SheetReader.read(content);
    if (sheet.lines().isEmpty()) {
      throw new ChronologyRefused("The spreadsheet is empty.");
    }
    List<Column> columns = columns(sheet.lines().get(0));
    List<String> problems = new ArrayList<>();
    List<ChronologyRow> rows = new ArrayList<>();
    for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
      rows.add(row(line, columns, problems));
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
    return rows;
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

  private ChronologyRow row(Sheet.Line line, List<Column> columns, List<String> problems) {
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
      } else if (text.length() > column.longest() && column != Column.CHILD_SEEN) {
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
    return new ChronologyRow(cells);
  }

  private static String missing(Column column) {
    return switch (column) {
      case DATE -> "the date is missing.";
      case CHILD_SEEN -> "say whether the child was seen: yes, no or not recorded.";
      default -> "\"" + column.heading() + "\" is empty.";
    };
  }

  /** Puts an answer into the row; says what is wrong with it, or null. */
  private String take(Column column, String text, Map<Column, String> cells) {
    if (column == Column.CHILD_SEEN) {
      String seen = SEEN.get(text.toLowerCase(Locale.UK));
      if (seen == null) {
        return "whether the child was seen is yes, no or not recorded, and not "
            + quoted(text)
            + ".";
      }
      cells.put(column, seen);
    } else if (column == Column.DATE) {
      Optional<LocalDate> date = date(text);
      if (date.isEmpty()) {
        return "the date " + quoted(text) + " is not a date. Write it as 31/01/2025.";
      }
      if (date.get().isAfter(LocalDate.now(clock))) {
        return "the date " + quoted(text) + " lies in the future.";
      }
      cells.put(column, date.get().toString());
    } else {
      cells.put(column, text);
    }
    return null;
  }

  private static Optional<LocalDate> date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        LocalDate date = LocalDate.parse(text, format);
        return date.getYear() < EARLIEST_YEAR ? Optional.empty() : Optional.of(date);
      } catch (DateTimeException e) {
        // The next format may fit.
        continue;
      }
    }
    return Optional.empty();
  }

  private static String clean(String text) {
    return UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
  }

  /** What an export put before a text that looks like a formula goes again. */
  private static String unguarded(String text) {
    return SheetWriter.isGuarded(text) ? text.substring(1) : text;
  }

  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return "'"
        + (line.length() > LONGEST_QUOTED ? line.substring(0, LONGEST_QUOTED) + "…" : line)
        + "'";
  }
}
