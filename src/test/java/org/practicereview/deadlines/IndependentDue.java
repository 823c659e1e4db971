package org.practicereview.deadlines;

import java.time.LocalDate;

/** When a clock is due by the independent calendar. */
public final class IndependentDue {

  private static final IndependentCalendar CALENDAR = new IndependentCalendar(2017, 2044);

  private IndependentDue() {}

  /**
   * The date so many units from another one, moved as the rule says where it is a day off.
   *
   * @param dayOff {@code STAY}, {@code NEXT} or {@code PREVIOUS}
   */
  public static LocalDate of(
      LocalDate from, int length, String unit, String direction, String dayOff) {
    return CALENDAR.moved(of(from, length, unit, direction), dayOff);
  }

  /**
   * The date so many units from another one.
   *
   * @param length how many, not negative
   */
  public static LocalDate of(LocalDate from, int length, String unit, String direction) {
    boolean back = direction.equals("BEFORE");
    return switch (unit) {
      case "WORKING_DAYS" -> back ? CALENDAR.before(from, length) : CALENDAR.after(from, length);
      case "FULL_WORKING_DAYS" ->
          back ? CALENDAR.beforeFull(from, length) : CALENDAR.afterFull(from, length);
      case "CALENDAR_DAYS" -> LocalDate.ofEpochDay(from.toEpochDay() + (back ? -length : length));
      case "MONTHS" -> IndependentCalendar.months(from, back ? -length : length);
      default -> throw new IllegalArgumentException(unit);
    };
  }
}
