package org.practicereview.oversight;

import java.util.List;

/** What a partnership reports on a year, as tables that a workbook or a document can hold. */
public record YearlyReport(String title, List<Table> tables) {

  /**
   * A table.
   *
   * @param note what its reader has to know
   * @param rows cells in the order of the headings: texts and numbers
   */
  public record Table(
      String name, String note, List<String> headings, List<? extends List<?>> rows) {}
}
