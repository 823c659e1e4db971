package org.practicereview.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Dates and times in a spreadsheet")
class DatesInSpreadsheetsTest {

  private static final String HEADINGS =
      "Date,Time,Source record,Type of contact,Who was involved or seen,Was the child seen?,What happened";
  private static final String REST = ",Case notes,Visit,Health visitor,yes,A bruise was seen.";

  private final ChronologyImport spreadsheets =
      new ChronologyImport(
          Clock.fixed(Instant.parse("2026-05-11T09:00:00Z"), ZoneId.of("Europe/London")));

  private static byte[] given(String name) throws IOException {
    try (InputStream file =
        DatesInSpreadsheetsTest.class.getResourceAsStream("/chronology/" + name)) {
      return file.readAllBytes();
    }
  }

  private static byte[] csv(String... datesAndTimes) {
    StringBuilder text = new StringBuilder(HEADINGS);
    for (String one : datesAndTimes) {
      text.append('\n').append(one).append(REST);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> when(ChronologyImport.Imported imported) {
    return imported.rows().stream()
        .map(row -> (row.say(Column.DATE) + " " + row.say(Column.TIME)).strip())
        .toList();
  }

  private List<String> refused(byte[] file) {
    ChronologyRefused refused =
        catchThrowableOfType(ChronologyRefused.class, () -> spreadsheets.read(file));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems();
  }

  /** One row whose date and time are numbers in these formats. */
  private static byte[] numbers(Double date, String dateFormat, Double time, String timeFormat)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("One");
      String[] headings = HEADINGS.split(",");
      String[] rest = REST.split(",");
      for (int column = 0; column < headings.length; column++) {
        sheet.value(0, column, headings[column]);
        if (column > 1) {
          sheet.value(1, column, rest[column - 1]);
        }
      }
      number(sheet, 0, date, dateFormat);
      number(sheet, 1, time, timeFormat);
    }
    return out.toByteArray();
  }

  private static void number(Worksheet sheet, int column, Double number, String format) {
    if (number != null) {
      sheet.value(1, column, number);
      if (format != null) {
        sheet.style(1, column).format(format).set();
      }
    }
  }

  private static byte[] changed(byte[] file, String part, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(file).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals(part)) {
          assertThat(change.apply(text)).isNotEqualTo(text);
          text = change.apply(text);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  @DisplayName("are those of a workbook that counts from 1904")
  void from1904() throws IOException {
    assertThat(when(spreadsheets.read(given("f01-dates-1904.xlsx"))))
        .containsExactly("2024-04-03 09:05");
  }

  @ParameterizedTest
  @CsvSource({
    "date1904=\"1\", 2024-04-03",
    "date1904=\"true\", 2024-04-03",
    "date1904=\"0\", 2020-04-02",
    "dateCompatibility=\"0\" date1904=\"1\", 2020-04-02"
  })
  @DisplayName("count from the day that the workbook declares")
  void declared(String declared, String day) throws IOException {
    byte[] file =
        changed(
            given("f01-dates-1904.xlsx"),
            "xl/workbook.xml",
            text -> text.replace("<workbookPr date1904=\"1\"", "<workbookPr  " + declared));
    assertThat(when(spreadsheets.read(file))).containsExactly(day + " 09:05");
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01",
    "59,1900-02-28",
    "61,1900-03-01",
    "45385,2024-04-03",
    "36526,2000-01-01"
  })
  @DisplayName("are right on both sides of the 29 February 1900 that Excel invented")
  void leapBug(double number, String day) throws IOException {
    assertThat(when(spreadsheets.read(numbers(number, "dd/mm/yyyy", null, null))))
        .containsExactly(day);
    assertThat(refused(numbers(60.0, "dd/mm/yyyy", null, null)))
        .containsExactly("Row 2: the date '29/02/1900' is not a date. Write it as 31/01/2025.");
  }

  @Test
  @DisplayName("are read from a workbook that holds them in words")
  void isoCells() throws IOException {
    byte[] file =
        changed(
            given("f01-dates-1904.xlsx"),
            "xl/worksheets/sheet1.xml",
            text ->
                text.replace(
                    "<c r=\"A2\" s=\"1\" t=\"n\"><v>43923</v>",
                    "<c r=\"A2\" s=\"1\" t=\"d\"><v>2024-04-03T09:05:00.000</v>"));
    assertThat(when(spreadsheets.read(file))).containsExactly("2024-04-03 09:05");
  }

  @Test
  @DisplayName("are both kept, in one cell or two")
  void dateAndTime() throws IOException {
    assertThat(when(spreadsheets.read(given("f05-date-and-time-in-one-cell.xlsx"))))
        .containsExactly(
            "2024-04-03 14:30",
            "2024-04-03 14:30",
            "2024-04-03 14:30",
            "2024-04-03 10:00",
            "2024-04-03 10:00");
  }

  @ParameterizedTest
  @CsvSource({
    "0.6041666667, [h]:mm, 14:30",
    "0.6041666667, , 14:30",
    "0.604166666666667, h:mm AM/PM, 14:30",
    "0.604166666666667, [$-809]hh:mm;@, 14:30",
    "0.604166666666667, 0.00, 14:30",
    "45385.60416666666, [h]:mm, 14:30",
    "45385.60416666666, d mmm, 14:30",
    "0.378541666666667, hh:mm:ss, 09:05:06"
  })
  @DisplayName("are the time that the cell shows, however it is formatted")
  void times(double number, String format, String time) throws IOException {
    assertThat(when(spreadsheets.read(numbers(45385.0, "dd/mm/yyyy", number, format))))
        .containsExactly("2024-04-03 " + time);
  }

  @Test
  @DisplayName("that contradict each other or could be two times are not chosen from")
  void contradictions() throws IOException {
    String both = "dd/mm/yyyy hh:mm";
    assertThat(refused(numbers(45385.0, "dd/mm/yyyy", 45386.5, both)))
        .containsExactly("Row 2: the time '2024-04-04T12:00' is of another day than the date.");
    assertThat(refused(numbers(45385.0, null, null, null)))
        .containsExactly(
            "Row 2: the date '45385.0' is a number. Format the cell as a date, or write 31/01/2025.");
    assertThat(refused(numbers(45385.0, "dd/mm/yyyy", 9.3, null)))
        .containsExactly("Row 2: the time '9.3' is not clear. Write it as 14:30.");
    assertThat(refused(numbers(45385.0, "dd/mm/yyyy", 0.25, null))).hasSize(1);
    assertThat(refused(numbers(45385.0, "dd/mm/yyyy", 45385.0, "dd/mm/yyyy"))).hasSize(1);
    assertThat(when(spreadsheets.read(numbers(45385.0, both, 0.6041666667, "hh:mm"))))
        .containsExactly("2024-04-03 14:30");
  }

  @Test
  @DisplayName("are taken as people in England write them")
  void asWritten() throws IOException {
    assertThat(when(spreadsheets.read(given("f02-dates-as-people-write-them.xlsx"))))
        .containsExactly(
            "2024-04-03 10:00",
            "2023-05-12 10:00",
            "2023-05-12 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00",
            "2024-04-03 10:00 (14:30 beside the date)");
  }

  @ParameterizedTest
  @CsvSource({
    "Sept 3rd 2024, 2024-09-03",
    "the 3rd of May 1998, 1998-05-03",
    "3 – 4 – 2024, ",
    "3–4–24, 2024-04-03",
    "31.12.85, 1985-12-31",
    "Tue 03/04/2024, ",
    "3/4/27, ",
    "3/4/026, ",
    "29 Feb 2023, ",
    "3 Mai 2024, ",
    "2024-04-03T14:30Z, "
  })
  @DisplayName("are refused where no one could be sure of them")
  void oneDay(String text, String day) {
    if (day == null) {
      assertThat(refused(csv("\"" + text + "\",")))
          .singleElement()
          .asString()
          .startsWith("Row 2: the date '" + text + "' ");
    } else {
      assertThat(when(spreadsheets.read(csv("\"" + text + "\",")))).containsExactly(day);
    }
  }

  @Test
  @DisplayName("are shown where nothing in the file tells day from month")
  void unclear() throws IOException {
    assertThat(spreadsheets.read(given("f02-dates-as-people-write-them.xlsx")).unclear())
        .contains("Row 2: '3/4/24' was read as Wednesday 3 April 2024.")
        .contains("Row 11: there are two times. Both will be kept: 10:00 (14:30 beside the date).")
        .noneMatch(one -> one.contains("April 2024'"));
    assertThat(spreadsheets.read(csv("3/4/24,", "31/4/2023,".replace("31/4", "30/4"))).unclear())
        .isEmpty();
    assertThat(spreadsheets.read(csv("4/4/24,", "5 May 2024,")).unclear()).isEmpty();
    assertThat(refused(csv("3/4/24,", "4/25/24,")))
        .singleElement()
        .asString()
        .startsWith("Row 3: the date '4/25/24' has no month 25.");
    assertThat(spreadsheets.read(csv("2024-04-03,", "25/04/2024,")).unclear())
        .as("what Excel for another country makes of English dates")
        .containsExactly("Row 2: '2024-04-03' was read as Wednesday 3 April 2024.");
    assertThat(spreadsheets.read(csv("2024-04-03,", "2024-04-23,", "25/04/2024,")).unclear())
        .isEmpty();
  }

  @Test
  @DisplayName("sort within a day, however the time is written")
  void sorted() {
    List<String> inOrder =
        List.of(
            "not known",
            "12.15am",
            "09:05:00",
            "9.30",
            "0945hrs",
            "11h20",
            "noon",
            "12.10pm",
            "1430",
            "14.45hrs",
            "15:00 hours",
            "3.10 p.m.",
            "9pm",
            "23:59:30");
    List<String> shuffled = new java.util.ArrayList<>(inOrder);
    Collections.reverse(shuffled);
    String[] cells = shuffled.stream().map("3 April 2024,"::concat).toArray(String[]::new);
    assertThat(
            Chronologies.merged(java.util.Map.of("police", spreadsheets.read(csv(cells)).rows())))
        .extracting(one -> one.row().say(Column.TIME))
        .containsExactlyElementsOf(inOrder);
  }
}
