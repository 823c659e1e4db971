package org.practicereview.chronology;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows of text as CSV or as an Excel workbook. What looks like a formula is written so that
 * no spreadsheet runs it.
 */
public final class SheetWriter {

  /** Signs with which a spreadsheet lets a formula begin. */
  private static final String FORMULA = "=+-@\t\r";

  private static final int WIDE = 45;
  private static final int NARROW = 16;
  private static final int MANY_LETTERS = 25;

  private SheetWriter() {}

  /** As CSV in UTF-8, with the mark by which Excel knows it. */
  static byte[] csv(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      lines.forEach(line -> csv.writeRecord(line.stream().map(SheetWriter::guarded).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As an Excel workbook, its first line kept in view.
   *
   * @param name of the sheet
   * @param lines the rows; the first holds the headings
   * @param help a second sheet of guidance, a line each; none if empty
   */
  static byte[] workbook(String name, List<List<String>> lines, List<String> help) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "PracticeReview", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name);
      for (int row = 0; row < lines.size(); row++) {
        for (int column = 0; column < lines.get(row).size(); column++) {
          sheet.value(row, column, guarded(lines.get(row).get(column)));
          if (row == 0) {
            boolean wide = lines.get(0).get(column).length() >= MANY_LETTERS;
            sheet.width(column, wide || column > 6 && column < 12 ? WIDE : NARROW);
            sheet.style(0, column).bold().wrapText(true).set();
          } else {
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
          }
        }
      }
      sheet.freezePane(0, 1);
      sheet.finish();
      if (!help.isEmpty()) {
        Worksheet second = workbook.newWorksheet("How to fill it in");
        second.width(0, 100);
        for (int row = 0; row < help.size(); row++) {
          second.value(row, 0, help.get(row));
          second.style(row, 0).wrapText(true).set();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The text, with an apostrophe before it where a spreadsheet would take it for a formula. */
  public static String guarded(String text) {
    return !text.isEmpty() && (startsFormula(text) || isGuarded(text)) ? "'" + text : text;
  }

  /** Whether a text is one that {@link #guarded} has written. */
  static boolean isGuarded(String text) {
    String inside = text;
    while (inside.startsWith("'")) {
      inside = inside.substring(1);
    }
    return text.startsWith("'") && startsFormula(inside);
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
