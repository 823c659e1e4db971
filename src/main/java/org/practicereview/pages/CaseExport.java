package org.practicereview.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.practicereview.casefile.CaseReach;
import org.practicereview.chronology.SheetWriter;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.oversight.CaseList;
import org.practicereview.oversight.CaseQuery;
import org.practicereview.oversight.ListedCase;
import org.practicereview.oversight.OpenWork;

/**
 * Writes the list of cases as a spreadsheet, some hundred rows at a time, so that it needs no more
 * memory for many cases than for few.
 */
final class CaseExport {

  private static final int WINDOW = 500;

  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "Partnership",
          "Pseudonym",
          "Urgency",
          "Stage",
          "Next step",
          "Waiting for",
          "Step due on",
          "Statutory date",
          "Statutory clock",
          "Days late",
          "Opened on",
          "Closed on",
          "Outcome");

  private final CaseList list;
  private final Map<String, PlainWords> said;
  private final LocalDate today;

  CaseExport(CaseList list, Map<String, PlainWords> said, LocalDate today) {
    this.list = list;
    this.said = said;
    this.today = today;
  }

  /** Takes one row of cells: text, a {@link LocalDate}, a whole number, or null. */
  private interface Sheet {
    void row(List<?> cells) throws IOException;
  }

  /** As CSV in UTF-8, with the mark by which Excel knows it. */
  void csv(CaseQuery query, CaseReach reach, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADINGS);
      write(
          query,
          reach,
          cells ->
              csv.writeRecord(
                  cells.stream()
                      .map(cell -> SheetWriter.guarded(Objects.toString(cell, "")))
                      .toList()));
    }
  }

  /** As an Excel workbook with real dates, its headings kept in view, and a filter. */
  void workbook(CaseQuery query, CaseReach reach, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "PracticeReview", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Cases");
      sheet.freezePane(0, 1);
      for (int column = 0; column < HEADINGS.size(); column++) {
        sheet.width(column, column == 5 || column == 6 ? 40 : 18);
        sheet.inlineString(0, column, HEADINGS.get(column));
        sheet.style(0, column).bold().set();
      }
      int[] row = {0};
      write(
          query,
          reach,
          cells -> {
            row[0]++;
            for (int column = 0; column < cells.size(); column++) {
              cell(sheet, row[0], column, cells.get(column));
            }
            if (row[0] % WINDOW == 0) {
              sheet.flush();
            }
          });
      sheet.setAutoFilter(0, 0, row[0], HEADINGS.size() - 1);
    }
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("dd/mm/yyyy").set();
    } else if (value instanceof Long number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.inlineString(row, column, SheetWriter.guarded(value.toString()));
    }
  }

  private void write(CaseQuery query, CaseReach reach, Sheet sheet) throws IOException {
    List<ListedCase> window;
    int from = 0;
    do {
      window = list.window(query, reach, from, WINDOW).cases();
      for (ListedCase line : window) {
        sheet.row(cells(line));
      }
      from += WINDOW;
    } while (window.size() == WINDOW);
  }

  private List<?> cells(ListedCase line) {
    PlainWords words = said.get(line.partnership());
    OpenWork step = line.step();
    LocalDate due = line.dueOn();
    List<Object> cells = new ArrayList<>();
    cells.add(line.reference());
    cells.add(line.partnership());
    cells.add(line.pseudonym());
    cells.add(line.urgency());
    cells.add(step == null ? null : step.stage());
    cells.add(step == null ? null : step.task());
    cells.add(step == null ? null : words.groups(step.groups()));
    cells.add(step == null ? null : step.dueOn());
    cells.add(due);
    cells.add(due == null ? null : words.code(line.next().rule().id()));
    cells.add(due == null || !due.isBefore(today) ? null : ChronoUnit.DAYS.between(due, today));
    cells.add(LocalDate.ofInstant(line.openedAt(), WorkingDayCalendar.ZONE));
    cells.add(
        line.closedAt() == null
            ? null
            : LocalDate.ofInstant(line.closedAt(), WorkingDayCalendar.ZONE));
    cells.add(line.outcome() == null ? null : words.code(line.outcome()));
    return cells;
  }
}
