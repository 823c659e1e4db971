package org.practicereview.chronology;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads an uploaded file, CSV or Excel, whatever its name says it is. */
public final class SheetReader {

  /** The largest file that is taken, in bytes. */
  static final int LARGEST = 5 * 1024 * 1024;

  /** More rows than a chronology may have, so that it can be said how it is too long. */
  static final int MOST_LINES = 2_000;

  private static final int MOST_COLUMNS = 50;

  private SheetReader() {}

  /**
   * What stands in the file.
   *
   * @throws ChronologyRefused if it is empty, too large, or no spreadsheet
   */
  public static Sheet read(byte[] content) {
    if (content.length == 0) {
      throw new ChronologyRefused("The file is empty.");
    }
    if (content.length > LARGEST) {
      throw ChronologyRefused.tooLarge();
    }
    if (startsWith(content, 'P', 'K')) {
      return WorkbookReader.read(content);
    }
    if (startsWith(content, 0xD0, 0xCF)) {
      throw new ChronologyRefused(
          "The file is in the format of old versions of Excel. Save it as .xlsx or as CSV.");
    }
    String text = text(content);
    if (text.indexOf('\0') >= 0) {
      throw new ChronologyRefused("The file is not a spreadsheet. Send .xlsx or CSV.");
    }
    return csv(text);
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }

  /** UTF-8, or what Excel on Windows writes when it is not told to write UTF-8. */
  private static String text(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      text = new String(content, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Sheet csv(String text) {
    List<Sheet.Line> lines = new ArrayList<>();
    int number = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(delimiter(text))
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        number++;
        add(lines, new Sheet.Line(number, row.getFields().stream().limit(MOST_COLUMNS).toList()));
      }
    } catch (IOException | CsvParseException e) {
      throw new ChronologyRefused(
          "The file could not be read after row %d: a quotation mark is missing, or something is"
                  .formatted(number)
              + " far too long.");
    }
    return new Sheet(lines);
  }

  /** Excel separates by semicolons where the comma is the sign for decimals. */
  private static char delimiter(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return List.of(',', ';', '\t').stream()
        .max(Comparator.comparing(sign -> first.chars().filter(c -> c == sign).count()))
        .orElse(',');
  }

  /** Keeps a row that says something; refuses a file that goes on for ever. */
  static void add(List<Sheet.Line> lines, Sheet.Line line) {
    if (lines.size() >= MOST_LINES) {
      throw new ChronologyRefused("The spreadsheet has more than %,d rows.".formatted(MOST_LINES));
    }
    if (!line.isBlank()) {
      lines.add(line);
    }
  }
}
