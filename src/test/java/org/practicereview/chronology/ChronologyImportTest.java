package org.practicereview.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A spreadsheet with a chronology")
class ChronologyImportTest {

  private static final String HEADINGS =
      "Date,Source record,Type of contact,Who was involved or seen,Was the child seen?,What happened";

  static final ChronologyRow EVENT =
      new ChronologyRow(
          new EnumMap<>(
              Map.of(
                  Column.DATE, "2025-02-03",
                  Column.SOURCE, "Case notes",
                  Column.KIND, "Visit",
                  Column.PEOPLE, "Health visitor",
                  Column.CHILD_SEEN, "no",
                  Column.SUMMARY, "A bruise was seen.")));

  private final ChronologyImport spreadsheets =
      new ChronologyImport(
          Clock.fixed(Instant.parse("2026-05-11T09:00:00Z"), ZoneId.of("Europe/London")));

  private List<ChronologyRow> taken(String csv) {
    return spreadsheets.read(csv.getBytes(StandardCharsets.UTF_8)).rows();
  }

  private List<String> refused(String csv) {
    return refused(csv.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> refused(byte[] file) {
    ChronologyRefused refused =
        catchThrowableOfType(ChronologyRefused.class, () -> spreadsheets.read(file));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems();
  }

  private static String row(String date) {
    return date + ",Case notes,Visit,Health visitor,yes,A bruise was seen.";
  }

  @Test
  @DisplayName("is read whole, with dates as they are written in England or by computers")
  void read() {
    List<ChronologyRow> rows =
        taken(HEADINGS + "\n" + row("3/4/2025") + "\n\n" + row("2025-04-30") + "\n");
    assertThat(rows)
        .extracting(row -> row.say(Column.DATE))
        .containsExactly("2025-04-03", "2025-04-30");
    assertThat(rows.get(0).answers())
        .containsEntry("childSeen", "yes")
        .containsEntry("eventSummary", "A bruise was seen.")
        .doesNotContainKey("eventComment");
  }

  @Test
  @DisplayName("is refused with a sentence for each row that is wrong")
  void problems() {
    assertThat(
            refused(
                String.join(
                    "\n",
                    HEADINGS,
                    row("01/02/2025"),
                    row("31/02/2025"),
                    row("1-13-25"),
                    row("12/05/2026"),
                    row("01/02/1066"),
                    ",Case notes,,Health visitor,perhaps,",
                    row("").replace(",yes,", ",,"))))
        .containsExactly(
            "Row 3: the date '31/02/2025' is not a date. Write it as 31/01/2025.",
            "Row 4: the date '1-13-25' has no month 13. Write the day before the month, in every row"
                + " of the file: 31/01/2025.",
            "Row 5: the date '12/05/2026' is in the future.",
            "Row 6: the date '01/02/1066' is not a date. Write it as 31/01/2025.",
            "Row 7: the date is missing.",
            "Row 7: \"Type of contact\" is empty.",
            "Row 7: whether the child was seen is yes, no or not recorded, and not 'perhaps'.",
            "Row 7: \"What happened\" is empty.",
            "Row 8: the date is missing.",
            "Row 8: say whether the child was seen: yes, no or not recorded.");
  }

  @Test
  @DisplayName("names the row as the spreadsheet shows it, also below empty rows and long cells")
  void rowNumbers() {
    String longCell = "\"two\nlines\"";
    assertThat(
            refused(
                HEADINGS
                    + "\r\n\r\n"
                    + row("01/02/2025").replace("Visit", longCell)
                    + "\r\n"
                    + row("nonsense")))
        .singleElement()
        .asString()
        .startsWith("Row 4: ");
  }

  @Test
  @DisplayName("is refused with other headings, and says which")
  void headings() {
    assertThat(refused("Date,What happend,Date\n01/02/2025,x,y"))
        .contains(
            "The column 'What happend' is not in the template.",
            "The column 'Date' is there twice.",
            "The column 'What happened' is missing.");
    assertThat(refused(HEADINGS + "\n" + row("01/02/2025") + ",more"))
        .containsExactly("Row 2: 'more' stands in a column without a heading.");
    assertThat(taken(HEADINGS.toUpperCase() + "\n" + row("01/02/2025"))).hasSize(1);
  }

  @Test
  @DisplayName("is refused when it is too long, and says by how much")
  void tooLong() {
    String many =
        IntStream.range(0, 501).mapToObj(i -> row("01/02/2025")).collect(Collectors.joining("\n"));
    assertThat(refused(HEADINGS + "\n" + many)).singleElement().asString().contains("501 rows");
    assertThat(refused(HEADINGS + "\n" + row("01/02/2025") + "x".repeat(4_000)))
        .singleElement()
        .asString()
        .startsWith("Row 2: \"What happened\" is 4,018 characters long");
    String all = "\n" + row("no date");
    assertThat(refused(HEADINGS + all.repeat(60)))
        .hasSize(31)
        .last()
        .isEqualTo("There are 30 more like these.");
    assertThat(refused(HEADINGS + "\n" + ",,,,,\n".repeat(5) + row("01/02/2025\n").repeat(3_000)))
        .singleElement()
        .asString()
        .contains("more than 2,000 rows");
    assertThat(refused(new byte[6 * 1024 * 1024]))
        .containsExactly("The file is too large. It may have up to 5 MB.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "   ", "\uFEFF"})
  @DisplayName("is refused when nothing stands in it")
  void empty(String nothing) {
    assertThat(refused(nothing)).isNotEmpty();
  }

  @Test
  @DisplayName("is refused when it has headings only")
  void headingsOnly() {
    assertThat(refused(HEADINGS)).containsExactly("The spreadsheet has headings but no rows.");
    assertThat(refused(ChronologySheets.csv(List.of())))
        .containsExactly("The spreadsheet has headings but no rows.");
    assertThat(refused(ChronologySheets.workbook(List.of())))
        .containsExactly("The spreadsheet has headings but no rows.");
  }

  @Test
  @DisplayName("is refused when it is something else")
  void otherFiles() {
    assertThat(refused("%PDF-1.7 \0\1\2"))
        .containsExactly("The file is not a spreadsheet. Send .xlsx or CSV.");
    assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
        .singleElement()
        .asString()
        .contains("old versions of Excel");
    assertThat(refused("PK\3\4 nothing more")).singleElement().asString().contains("Excel");
    assertThat(refused(zip(Map.of("word/document.xml", "<a/>".getBytes(StandardCharsets.UTF_8)))))
        .singleElement()
        .asString()
        .contains("could not be read as an Excel workbook");
    assertThat(refused(HEADINGS + "\n01/02/2025,\"never closed")).isNotEmpty();
  }

  @Test
  @DisplayName("is read as Excel saves it on Windows, with semicolons and with invisible signs")
  void oddText() {
    String windows = HEADINGS + "\n" + row("01/02/2025").replace("bruise", "café’s bruise");
    assertThat(
            spreadsheets
                .read(windows.getBytes(Charset.forName("windows-1252")))
                .rows()
                .get(0)
                .say(Column.SUMMARY))
        .isEqualTo("A café’s bruise was seen.");
    assertThat(taken((HEADINGS + "\n" + row("01/02/2025")).replace(',', ';'))).hasSize(1);
    assertThat(
            taken("\uFEFF" + HEADINGS + "\n" + row("01/02/2025\u200B").replace("A b", "A\u202E b"))
                .get(0)
                .cells())
        .containsEntry(Column.DATE, "2025-02-01")
        .containsEntry(Column.SUMMARY, "A bruise was seen.");
  }

  @Test
  @DisplayName("is read from Excel with its own dates, times and numbers")
  void excel() throws IOException {
    byte[] file =
        workbook(
            sheet -> {
              for (int i = 0; i < Column.values().length; i++) {
                sheet.value(0, i, Column.values()[i].heading());
              }
              sheet.value(1, 0, LocalDate.of(2025, 2, 3));
              sheet.style(1, 0).format("dd/mm/yyyy").set();
              sheet.value(1, 1, 0.5);
              sheet.style(1, 1).format("hh:mm").set();
              sheet.value(1, 2, "Crime report");
              sheet.value(1, 3, "Call");
              sheet.value(1, 4, "Two officers");
              sheet.value(1, 5, "Not recorded");
              sheet.value(1, 7, "Shouting was heard.");
              sheet.value(1, 11, 2);
              return null;
            });
    assertThat(spreadsheets.read(file).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .containsEntry(Column.DATE, "2025-02-03")
                    .containsEntry(Column.TIME, "12:00")
                    .containsEntry(Column.CHILD_SEEN, "not-recorded")
                    .containsEntry(Column.KEY_LINE, "2"));
  }

  @Test
  @DisplayName("is refused when a cell holds a formula, whatever it comes to")
  void formula() throws IOException {
    byte[] file =
        workbook(
            sheet -> {
              sheet.value(0, 0, "Date");
              sheet.formula(1, 0, "HYPERLINK(\"http://evil.example\",\"x\")");
              return null;
            });
    assertThat(refused(file))
        .singleElement()
        .asString()
        .startsWith("Row 2: cell A2 holds a formula");
  }

  @Test
  @DisplayName("that is a zip bomb is not opened")
  void zipBomb() {
    byte[] zeros = new byte[64 * 1024 * 1024];
    assertThat(refused(zip(Map.of("xl/worksheets/sheet1.xml", zeros))))
        .singleElement()
        .asString()
        .contains("far more than a chronology needs");
    Map<String, byte[]> parts =
        IntStream.range(0, 40)
            .boxed()
            .collect(
                Collectors.toMap(i -> "xl/worksheets/sheet" + i + ".xml", i -> new byte[1 << 20]));
    assertThat(refused(zip(parts))).singleElement().asString().contains("far more");
  }

  @Test
  @DisplayName("that hides an entity or a file of the server in its markup gives nothing away")
  void entities() throws IOException {
    byte[] file =
        replaced(
            ChronologySheets.workbook(List.of(EVENT)),
            "xl/sharedStrings.xml",
            text ->
                text.replaceFirst(
                        "<sst",
                        "<!DOCTYPE sst [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aa\">]><sst")
                    .replace("A bruise was seen.", "&f;&a;"));
    List<String> said;
    try {
      said = List.of(spreadsheets.read(file).rows().get(0).say(Column.SUMMARY));
    } catch (ChronologyRefused e) {
      said = e.problems();
    }
    assertThat(said).allSatisfy(one -> assertThat(one).doesNotContain("root:", "aa"));
  }

  private static byte[] workbook(Function<Worksheet, Void> filling) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      filling.apply(workbook.newWorksheet("One"));
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] replaced(byte[] file, String part, Function<String, String> change)
      throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(part)) {
          String text = new String(content, StandardCharsets.UTF_8);
          assertThat(change.apply(text)).isNotEqualTo(text);
          content = change.apply(text).getBytes(StandardCharsets.UTF_8);
        }
        parts.put(entry.getName(), content);
      }
    }
    return zip(parts);
  }
}
