package org.practicereview.chronology;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.practicereview.chronology.Chronologies.MergedRow;

/** Chronologies as spreadsheets: an agency's own, to be filled in, and the merged one, to read. */
public final class ChronologySheets {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);
  private static final Map<String, String> SEEN =
      Map.of("yes", "Yes", "no", "No", "not-recorded", "Not recorded");
  private static final List<String> HELP =
      List.of(
          "One row for each event. Leave the headings in the first row as they are.",
          "Date: 31/01/2025, 31 January 2025 or 2025-01-31, the day before the month. Time: as your"
              + " record gives it.",
          "Source record: where someone can find it again.",
          "Who was involved or seen: job titles for practitioners, not names.",
          "Was the child seen? Yes, No or Not recorded.",
          "What the child said or showed: the child's own words and behaviour, where they are"
              + " recorded.",
          "Comment and analysis: what you make of it now, apart from what was known then.",
          "Key line of enquiry: its number in the terms of reference.",
          "Columns that need not be filled: time, what the child said, action, comment, good"
              + " practice, key line of enquiry, see also.",
          "At most " + ChronologyImport.MOST_ROWS + " rows and 5 MB. No formulas.");

  private ChronologySheets() {}

  /** An agency's rows in the columns of the template; with no rows, the empty template, as CSV. */
  public static byte[] csv(List<ChronologyRow> rows) {
    return SheetWriter.csv(own(rows));
  }

  /** The same as an Excel workbook, with a sheet that explains the columns. */
  public static byte[] workbook(List<ChronologyRow> rows) {
    return SheetWriter.workbook("Chronology", own(rows), HELP);
  }

  /**
   * The merged chronology as CSV.
   *
   * @param agencies gives the name of an agency for its code
   */
  public static byte[] mergedCsv(List<MergedRow> rows, UnaryOperator<String> agencies) {
    return SheetWriter.csv(merged(rows, agencies));
  }

  /** The same as an Excel workbook. */
  public static byte[] mergedWorkbook(List<MergedRow> rows, UnaryOperator<String> agencies) {
    return SheetWriter.workbook("Merged chronology", merged(rows, agencies), List.of());
  }

  /** Whether the child was seen, in words. */
  static String seen(ChronologyRow row) {
    return SEEN.getOrDefault(row.say(Column.CHILD_SEEN), "");
  }

  private static List<List<String>> own(List<ChronologyRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Column.headings());
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private static List<List<String>> merged(List<MergedRow> rows, UnaryOperator<String> agencies) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(with("Agency", Column.headings()));
    rows.forEach(one -> lines.add(with(agencies.apply(one.agency()), line(one.row()))));
    return lines;
  }

  private static List<String> with(String first, List<String> others) {
    List<String> line = new ArrayList<>();
    line.add(first);
    line.addAll(others);
    return line;
  }

  private static List<String> line(ChronologyRow row) {
    return Arrays.stream(Column.values()).map(column -> text(row, column)).toList();
  }

  private static String text(ChronologyRow row, Column column) {
    return switch (column) {
      case DATE -> row.on().equals(LocalDate.MIN) ? row.say(column) : DAY.format(row.on());
      case CHILD_SEEN -> seen(row);
      default -> row.say(column);
    };
  }
}
