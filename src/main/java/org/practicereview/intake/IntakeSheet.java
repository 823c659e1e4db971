package org.practicereview.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.practicereview.chronology.ChronologyRefused;
import org.practicereview.chronology.Sheet;
import org.practicereview.chronology.SheetReader;
import org.practicereview.partnership.Partnership;

/** The spreadsheet: written as a template, and read as rows of text. */
final class IntakeSheet {

  /** As many cases as a partnership could have; more rows are a mistake. */
  static final int MOST_CASES = 500;

  private static final int WIDTH = 22;
  private static final int STAGES = 8;

  private IntakeSheet() {}

  /**
   * A row.
   *
   * @param number as the spreadsheet shows it
   */
  record Row(int number, Map<Column, String> cells) {

    String text(Column column) {
      return cells.getOrDefault(column, "").strip();
    }
  }

  /** The empty template of a partnership: headings, choices, guidance and an example. */
  static byte[] template(Partnership partnership, LocalDate today) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "PracticeReview", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Cases");
      headings(sheet);
      sheet.freezePane(0, 1);
      Worksheet choices = workbook.newWorksheet("Stages");
      Range stages = stages(choices);
      sheet
          .range(1, Column.STAGE.ordinal(), MOST_CASES, Column.STAGE.ordinal())
          .validateWithList(stages);
      for (Column column : Column.values()) {
        if (column.isDate()) {
          sheet
              .range(1, column.ordinal(), MOST_CASES, column.ordinal())
              .style()
              .format("dd/mm/yyyy")
              .set();
        }
      }
      example(workbook.newWorksheet("Example"), partnership, today);
      help(workbook.newWorksheet("How to fill it in"), partnership);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void headings(Worksheet sheet) {
    for (Column column : Column.values()) {
      sheet.width(column.ordinal(), WIDTH);
      sheet.value(0, column.ordinal(), column.heading());
      sheet.style(0, column.ordinal()).bold().wrapText(true).set();
    }
  }

  private static Range stages(Worksheet sheet) {
    sheet.width(0, WIDTH);
    sheet.width(1, WIDTH * 4.0);
    Stage[] all = Stage.values();
    for (int row = 0; row < all.length; row++) {
      sheet.value(row, 0, all[row].words());
      sheet.value(row, 1, all[row].meaning());
    }
    return sheet.range(0, 0, all.length - 1, 0);
  }

  private static void example(Worksheet sheet, Partnership partnership, LocalDate today) {
    headings(sheet);
    Map<Column, Object> cells = new EnumMap<>(Column.class);
    cells.put(Column.STAGE, Stage.AWAITING_PANEL.words());
    cells.put(Column.CHILD, "Robin Sample");
    cells.put(Column.BORN, today.minusYears(3));
    cells.put(Column.INCIDENT, today.minusDays(30));
    cells.put(Column.AWARE, today.minusDays(29));
    cells.put(Column.NOTIFIED, today.minusDays(26));
    cells.put(Column.SIN, "SIN-0001");
    cells.put(
        Column.AGENCIES,
        partnership.agencies().stream()
            .limit(2)
            .map(agency -> agency.name())
            .reduce((first, second) -> first + "; " + second)
            .orElse(""));
    cells.put(Column.REPORT_SENT, today.minusDays(6));
    cells.forEach(
        (column, value) -> {
          if (value instanceof LocalDate date) {
            sheet.value(1, column.ordinal(), date);
            sheet.style(1, column.ordinal()).format("dd/mm/yyyy").set();
          } else {
            sheet.value(1, column.ordinal(), (String) value);
          }
        });
  }

  private static void help(Worksheet sheet, Partnership partnership) {
    List<String[]> lines = new ArrayList<>();
    lines.add(new String[] {"Write one open case in each row of the sheet \"Cases\".", ""});
    lines.add(
        new String[] {
          "Dates are day/month/year. Leave empty what the case has not reached yet.", ""
        });
    lines.add(new String[] {"", ""});
    for (Column column : Column.values()) {
      lines.add(new String[] {column.heading(), column.help()});
    }
    lines.add(new String[] {"", ""});
    lines.add(new String[] {"Agencies of " + partnership.shortName(), "Code"});
    partnership
        .agencies()
        .forEach(agency -> lines.add(new String[] {agency.name(), agency.code()}));
    sheet.width(0, WIDTH * 2.0);
    sheet.width(1, WIDTH * STAGES / 2.0);
    for (int row = 0; row < lines.size(); row++) {
      sheet.value(row, 0, lines.get(row)[0]);
      sheet.value(row, 1, lines.get(row)[1]);
    }
  }

  /**
   * The rows that hold anything.
   *
   * @param findings what is wrong with the sheet as a whole is added here
   */
  static List<Row> read(byte[] content, List<Finding> findings) {
    Sheet sheet;
    try {
      sheet = SheetReader.read(content);
    } catch (ChronologyRefused e) {
      e.problems().forEach(problem -> findings.add(new Finding(0, "", problem, true)));
      return List.of();
    }
    if (sheet.lines().isEmpty()) {
      findings.add(new Finding(0, "", "The sheet is empty.", true));
      return List.of();
    }
    Map<Column, Integer> places = places(sheet.lines().get(0), findings);
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
      Map<Column, String> cells = new EnumMap<>(Column.class);
      places.forEach((column, place) -> cells.put(column, line.cell(place)));
      rows.add(new Row(line.number(), cells));
    }
    if (rows.isEmpty()) {
      findings.add(new Finding(0, "", "There is no case below the headings.", true));
    }
    if (rows.size() > MOST_CASES) {
      findings.add(new Finding(0, "", "The sheet has more than " + MOST_CASES + " cases.", true));
      return List.of();
    }
    return rows;
  }

  private static Map<Column, Integer> places(Sheet.Line headings, List<Finding> findings) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int place = 0; place < headings.cells().size(); place++) {
      String heading = headings.cell(place).strip();
      int found = place;
      if (!heading.isEmpty()) {
        Column.of(heading)
            .ifPresentOrElse(
                column -> places.putIfAbsent(column, found),
                () ->
                    findings.add(
                        new Finding(
                            headings.number(),
                            heading,
                            "This heading is not known. Use the headings of the template.",
                            true)));
      }
    }
    for (Column column : List.of(Column.STAGE, Column.CHILD, Column.INCIDENT)) {
      if (!places.containsKey(column)) {
        findings.add(
            new Finding(headings.number(), column.heading(), "This column is missing.", true));
      }
    }
    return places;
  }
}
