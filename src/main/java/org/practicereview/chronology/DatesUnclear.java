package org.practicereview.chronology;

import java.util.List;

/** Dates of a spreadsheet that could be two days; their author has to see how they were read. */
public class DatesUnclear extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> readings;

  DatesUnclear(List<String> readings) {
    super("Dates of the spreadsheet could be two days");
    this.readings = List.copyOf(readings);
  }

  /** How each of them was read, a sentence each. */
  public List<String> readings() {
    return readings;
  }
}
