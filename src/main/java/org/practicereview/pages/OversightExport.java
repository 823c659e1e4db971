package org.practicereview.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.SmallNumbers;
import org.practicereview.oversight.TimeTaken.Took;
import org.practicereview.oversight.Timeliness.Kept;
import org.practicereview.oversight.Timeliness.Measure;

/**
 * Figures that leave the partnership. From a number below five, and from a rate among so few, a
 * child may be recognised, so neither is given.
 */
final class OversightExport {

  private static final int NAME_WIDTH = 55;
  private static final int WIDTH = 22;

  private OversightExport() {}

  static void write(ReportYear year, List<Measure> measures, List<Took> durations, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "PracticeReview", "1.0")) {
      Worksheet kept = sheet(workbook, "Kept to time");
      headings(
          kept,
          List.of(
              "Date",
              "Rests on",
              "Due in " + year.whole().name(),
              "In time",
              "In time, per cent",
              "Due in " + year.before().whole().name(),
              "In time",
              "In time, per cent"));
      int row = 0;
      for (Measure one : measures) {
        row++;
        kept.inlineString(row, 0, one.rule().name());
        kept.inlineString(row, 1, one.rule().citation());
        kept(kept, row, 2, one.year());
        kept(kept, row, 5, one.before());
      }
      Worksheet took = sheet(workbook, "Time taken");
      headings(
          took,
          List.of(
              "Work",
              "Done",
              "Half took no more than, days",
              "Nine in ten took no more than, days"));
      row = 0;
      for (Took one : durations) {
        row++;
        took.inlineString(row, 0, one.rule().name());
        if (one.number() < SmallNumbers.LEAST) {
          took.inlineString(row, 1, SmallNumbers.FEW);
        } else {
          took.value(row, 1, one.number());
          took.value(row, 2, one.median());
          took.value(row, 3, one.nine());
        }
      }
    }
  }

  /** Neither part of a whole may be worked out from the other. */
  private static void kept(Worksheet sheet, int row, int column, Kept kept) {
    if (kept.judged() == 0) {
      sheet.value(row, column, 0);
    } else if (kept.judged() < SmallNumbers.LEAST) {
      sheet.inlineString(row, column, SmallNumbers.FEW);
    } else {
      sheet.value(row, column, kept.judged());
      if (SmallNumbers.isGiven(kept.inTime()) && SmallNumbers.isGiven(kept.late())) {
        sheet.value(row, column + 1, kept.inTime());
        sheet.value(row, column + 2, kept.percent());
      } else {
        sheet.inlineString(row, column + 1, "not given: " + SmallNumbers.FEW + " on one side");
      }
    }
  }

  private static Worksheet sheet(Workbook workbook, String name) {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void headings(Worksheet sheet, List<String> headings) {
    for (int column = 0; column < headings.size(); column++) {
      sheet.width(column, column < 2 ? NAME_WIDTH : WIDTH);
      sheet.inlineString(0, column, headings.get(column));
      sheet.style(0, column).bold().set();
    }
  }
}
