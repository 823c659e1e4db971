package org.practicereview.chronology;

import java.util.List;

/**
 * What stands in a spreadsheet, as text.
 *
 * @param lines the rows that hold anything, in their order
 */
public record Sheet(List<Line> lines) {

  /**
   * One row.
   *
   * @param number the row's number as the spreadsheet shows it, from 1
   * @param cells the texts from the first column on
   */
  public record Line(int number, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }

    /** The text in a column, counted from 0; empty where there is none. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }
}
