package org.practicereview.chronology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an Excel workbook. The archive is unpacked and counted here first, and
 * only what was counted is given to the library: what a zip file says of its own sizes is no
 * protection.
 */
final class WorkbookReader {

  private static final int LARGEST_UNPACKED = 30 * 1024 * 1024;
  private static final int MOST_COLUMNS = 50;

  /** What a reader of cells needs; pictures, macros, links and comments are left behind. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "\\[Content_Types]\\.xml|_rels/\\.rels|xl/workbook\\.xml|xl/_rels/workbook\\.xml\\.rels"
              + "|xl/sharedStrings\\.xml|xl/styles\\.xml|xl/worksheets/[A-Za-z0-9_-]+\\.xml");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private WorkbookReader() {}

  /**
   * The rows of the first sheet.
   *
   * @throws ChronologyRefused if it is no workbook, or unpacks to more than 30 MB
   */
  static Sheet read(byte[] content) {
    byte[] needed = repacked(content);
    List<Sheet.Line> lines = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(needed), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        SheetReader.add(lines, new Sheet.Line(row.getRowNum(), cells(row)));
      }
    } catch (ChronologyRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever the library says of a damaged file; the content stays out of message and log.
      throw notReadable();
    }
    return new Sheet(lines);
  }

  private static byte[] repacked(byte[] content) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(content).get();
        ZipOutputStream out = new ZipOutputStream(kept)) {
      out.setLevel(Deflater.BEST_SPEED);
      long left = LARGEST_UNPACKED;
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        if (NEEDED.matcher(part.getName()).matches()) {
          out.putNextEntry(new ZipEntry(part.getName()));
          left -= copy(in.getInputStream(part), out, left);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw notReadable();
    }
    return kept.toByteArray();
  }

  /** Copies a part, counting what comes out of it, until it is too much. */
  private static long copy(InputStream in, OutputStream out, long most) throws IOException {
    byte[] buffer = new byte[8192];
    long copied = 0;
    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
      copied += read;
      if (copied > most) {
        throw new ChronologyRefused(
            "The file holds far more than a chronology needs and was not opened.");
      }
      out.write(buffer, 0, read);
    }
    return copied;
  }

  private static ChronologyRefused notReadable() {
    return new ChronologyRefused(
        "The file could not be read as an Excel workbook. Open it, and save it as .xlsx again.");
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
      cells.add(row.getOptionalCell(column).map(cell -> text(cell, row)).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell, Row row) {
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      throw new ChronologyRefused(
          "Row "
              + row.getRowNum()
              + ": cell "
              + cell.getAddress()
              + " holds a formula. Put its value there.");
    }
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? day(cell.asDate()) : cell.asNumber().toPlainString();
    }
    return cell.getText();
  }

  /** Excel keeps dates and times as numbers; only the format tells. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
        && !format.equalsIgnoreCase("General")
        && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[dyhs].*");
  }

  private static String day(LocalDateTime value) {
    // A time of day alone is a fraction of the day before Excel's first.
    if (value.getYear() < 1900) {
      return TIME.format(value);
    }
    return DAY.format(value);
  }
}
