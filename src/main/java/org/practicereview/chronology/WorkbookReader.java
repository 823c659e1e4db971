package org.practicereview.chronology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

  private static final Pattern WORKSHEET = Pattern.compile("xl/worksheets/.*");
  private static final String WORKBOOK = "xl/workbook.xml";

  /** A cell whose date stands in it in words, which the library does not know. */
  private static final Pattern DATE_IN_WORDS =
      Pattern.compile("(<(\\w+:|)c\\s(?:[^>]*\\s)?t=[\"'])d([\"'][^>]*>)\\s*<\\2v>([^<]*)</\\2v>");

  private WorkbookReader() {}

  /**
   * The rows of the first sheet.
   *
   * @throws ChronologyRefused if it is no workbook, or unpacks to more than 30 MB
   */
  static Sheet read(byte[] content) {
    Map<String, byte[]> parts = parts(content);
    SerialDates dates = dates(parts.getOrDefault(WORKBOOK, new byte[0]));
    List<Sheet.Line> lines = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(repacked(parts)), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        SheetReader.add(lines, new Sheet.Line(row.getRowNum(), cells(row, dates)));
      }
    } catch (ChronologyRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever the library says of a damaged file; the content stays out of message and log.
      throw notReadable();
    }
    return new Sheet(lines);
  }

  private static Map<String, byte[]> parts(byte[] content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile in = ZipFile.builder().setByteArray(content).get()) {
      int left = LARGEST_UNPACKED;
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        if (NEEDED.matcher(part.getName()).matches()) {
          byte[] unpacked = in.getInputStream(part).readNBytes(left + 1);
          left -= unpacked.length;
          if (left < 0) {
            throw new ChronologyRefused(
                "The file holds far more than a chronology needs and was not opened.");
          }
          parts.put(part.getName(), unpacked);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw notReadable();
    }
    return parts;
  }

  private static byte[] repacked(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(kept)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(
            WORKSHEET.matcher(part.getKey()).matches()
                ? datesAsText(part.getValue())
                : part.getValue());
      }
    }
    return kept.toByteArray();
  }

  /** Lets the library read dates in words, such as 2024-04-03T14:30:00, as text. */
  private static byte[] datesAsText(byte[] worksheet) {
    String markup = new String(worksheet, StandardCharsets.ISO_8859_1);
    return DATE_IN_WORDS
        .matcher(markup)
        .replaceAll("$1inlineStr$3<$2is><$2t>$4</$2t></$2is>")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** From which day the workbook counts its dates. */
  private static SerialDates dates(byte[] workbook) {
    XMLInputFactory safely = XMLInputFactory.newFactory();
    safely.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    safely.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader markup = safely.createXMLStreamReader(new ByteArrayInputStream(workbook));
      while (markup.hasNext()) {
        if (markup.next() == XMLStreamConstants.START_ELEMENT
            && markup.getLocalName().equals("workbookPr")) {
          return is(markup, "dateCompatibility", true)
              ? is(markup, "date1904", false) ? SerialDates.FROM_1904 : SerialDates.FROM_1900
              : SerialDates.ISO_29500;
        }
      }
      return SerialDates.FROM_1900;
    } catch (XMLStreamException e) {
      throw notReadable();
    }
  }

  private static boolean is(XMLStreamReader element, String attribute, boolean otherwise) {
    String value = element.getAttributeValue(null, attribute);
    return value == null ? otherwise : value.equals("1") || value.equalsIgnoreCase("true");
  }

  private static ChronologyRefused notReadable() {
    return new ChronologyRefused(
        "The file could not be read as an Excel workbook. Open it, and save it as .xlsx again.");
  }

  private static List<String> cells(Row row, SerialDates dates) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
      cells.add(row.getOptionalCell(column).map(cell -> text(cell, row, dates)).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell, Row row, SerialDates dates) {
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      throw new ChronologyRefused(
          "Row "
              + row.getRowNum()
              + ": cell "
              + cell.getAddress()
              + " holds a formula. Put its value there.");
    }
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString();
      return SerialDates.shows(format)
          ? dates.text(cell.asNumber(), format)
          : cell.asNumber().toPlainString();
    }
    return cell.getText();
  }
}
