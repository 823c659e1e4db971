package org.practicereview.deadlines;

/** What a clock counts. */
public enum Unit {
  /** Monday to Friday, not a bank holiday in England. */
  WORKING_DAYS("working day"),
  /** Every day. */
  CALENDAR_DAYS("day"),
  /** Calendar months, to the corresponding date. */
  MONTHS("month");

  private final String word;

  Unit(String word) {
    this.word = word;
  }

  /** A number of these in words, for example {@code 1 working day}, {@code 6 months}. */
  public String of(int number) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
