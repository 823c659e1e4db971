package org.practicereview.deadlines;

/** What a clock counts. */
public enum Unit {
  /** Monday to Friday, not a bank holiday in England. */
  WORKING_DAYS("working day"),
  /**
   * Monday to Friday, not a bank holiday in England; so many whole ones lie between the two dates,
   * and neither date is one of them.
   */
  FULL_WORKING_DAYS("full working day"),
  /** Every day. */
  CALENDAR_DAYS("day"),
  /** Calendar months, to the corresponding date. */
  MONTHS("month");

  private final String word;

  Unit(String word) {
    this.word = word;
  }

  /** Whether weekends and bank holidays do not count. */
  boolean isWorkingDays() {
    return this == WORKING_DAYS || this == FULL_WORKING_DAYS;
  }

  /** A number of these in words, for example {@code 1 working day}, {@code 6 months}. */
  public String of(int number) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
