package org.practicereview.chronology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * The dates of a workbook. Excel keeps them as numbers of days; the workbook says from which day it
 * counts, and only the format of a cell says that its number is a date.
 */
enum SerialDates {
  /** Day 1 is 1 January 1900, and the year 1900 has a 29 February that never was. */
  FROM_1900 {
    @Override
    LocalDate day(int number) {
      return number == LEAP_BUG || number < 1
          ? null
          : LocalDate.of(1899, 12, number < LEAP_BUG ? 31 : 30).plusDays(number);
    }
  },
  /** Day 0 is 1 January 1904, as on old Macs. */
  FROM_1904 {
    @Override
    LocalDate day(int number) {
      return number < 0 ? null : LocalDate.of(1904, 1, 1).plusDays(number);
    }
  },
  /** Day 0 is 30 December 1899, with the calendar as it was: ISO 29500 without compatibility. */
  ISO_29500 {
    @Override
    LocalDate day(int number) {
      return LocalDate.of(1899, 12, 30).plusDays(number);
    }
  };

  private static final int LEAP_BUG = 60;
  private static final int LAST_DAY = 2_958_465;
  private static final int SECONDS_A_DAY = 86_400;

  /** What a format shows as it stands: quoted, escaped, filled and spaced characters, colours. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DAYS = Pattern.compile("(?i).*(?:[dy]|mmm).*");
  private static final Pattern HOURS = Pattern.compile("(?i).*([hs]|\\[m+]).*");

  /** The day of a number, or null if it has none. */
  abstract LocalDate day(int number);

  /** Whether a format shows numbers as dates or times. */
  static boolean shows(String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String signs = LITERAL.matcher(format).replaceAll("");
    return DAYS.matcher(signs).matches() || HOURS.matcher(signs).matches();
  }

  /**
   * A number as the date and time it stands for: {@code 2024-04-03}, {@code 2024-04-03T14:30} or
   * {@code 14:30}; what has no place in the calendar, as the workbook would show it.
   *
   * @param format of the cell, one that {@link #shows} dates
   */
  String text(BigDecimal number, String format) {
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    int seconds =
        number
            .subtract(whole)
            .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    if (whole.abs().compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return number.toPlainString();
    }
    int days = whole.intValueExact() + seconds / SECONDS_A_DAY;
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
    boolean hours = HOURS.matcher(LITERAL.matcher(format).replaceAll("")).matches();
    boolean timed = hours || seconds % SECONDS_A_DAY > 0;
    if (days == 0 && timed) {
      return TimeAsWritten.kept(time);
    }
    LocalDate day = day(days);
    if (day == null) {
      return days == LEAP_BUG ? "29/02/1900" : number.toPlainString();
    }
    return timed ? day + "T" + TimeAsWritten.kept(time) : day.toString();
  }
}
