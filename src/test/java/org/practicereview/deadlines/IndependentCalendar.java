package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The same calendar worked out another way, to check the first: day numbers since 1970 and Zeller's
 * kind of arithmetic instead of dates, Easter by Gauss, substitute days by searching for the next
 * free weekday, running totals and binary search instead of stepping from day to day.
 */
final class IndependentCalendar {

  private final int first;
  private final BitSet off = new BitSet();

  /** total[i] = working days among the first i days. */
  private final int[] total;

  private final int[] workingDay;

  IndependentCalendar(int fromYear, int toYear) {
    first = number(fromYear, 1, 1);
    int size = number(toYear + 1, 1, 1) - first;
    for (int day = 0; day < size; day++) {
      off.set(day, weekday(day + first) >= 5);
    }
    for (int year = fromYear; year <= toYear; year++) {
      holidays(year);
    }
    total = new int[size + 1];
    workingDay = new int[size + 1];
    for (int day = 0; day < size; day++) {
      total[day + 1] = total[day];
      if (!off.get(day)) {
        total[day + 1]++;
        workingDay[total[day + 1]] = day;
      }
    }
  }

  LocalDate after(LocalDate date, int workingDays) {
    int day = number(date.getYear(), date.getMonthValue(), date.getDayOfMonth()) - first;
    return workingDays == 0 ? date : date(workingDay[total[day + 1] + workingDays]);
  }

  LocalDate before(LocalDate date, int workingDays) {
    int day = number(date.getYear(), date.getMonthValue(), date.getDayOfMonth()) - first;
    return workingDays == 0 ? date : date(workingDay[total[day] - workingDays + 1]);
  }

  /** So many whole working days lie between: the day after the last of them. */
  LocalDate afterFull(LocalDate date, int workingDays) {
    return after(date, workingDays + 1);
  }

  /** So many whole working days lie between: the day before the first of them. */
  LocalDate beforeFull(LocalDate date, int workingDays) {
    return before(date, workingDays + 1);
  }

  /** A date on a day off, moved as a rule says: one day at a time by the table of days off. */
  LocalDate moved(LocalDate date, String dayOff) {
    int day = number(date.getYear(), date.getMonthValue(), date.getDayOfMonth()) - first;
    return switch (dayOff) {
      case "NEXT" -> date(off.nextClearBit(day));
      case "PREVIOUS" -> date(off.previousClearBit(day));
      default -> date;
    };
  }

  /** The corresponding date, by trying day numbers downwards until one exists in the month. */
  static LocalDate months(LocalDate date, int months) {
    int index = date.getYear() * 12 + date.getMonthValue() - 1 + months;
    int year = index / 12;
    int month = index % 12 + 1;
    int longest = number(month == 12 ? year + 1 : year, month % 12 + 1, 1) - number(year, month, 1);
    return LocalDate.of(year, month, Math.min(date.getDayOfMonth(), longest));
  }

  private void holidays(int year) {
    int easter = easter(year);
    int[] fixed = {easter - 2, easter + 1, lastMonday(year, 8, 31), mayDay(year)};
    Arrays.stream(fixed).forEach(this::setOff);
    if (year == 2022) {
      setOff(number(year, 6, 2));
      setOff(number(year, 6, 3));
      setOff(number(year, 9, 19));
    } else {
      setOff(lastMonday(year, 5, 31));
    }
    if (year == 2023) {
      setOff(number(year, 5, 8));
    }
    orSubstitute(number(year, 1, 1));
    int christmas = number(year, 12, 25);
    // Boxing Day keeps its own day where it can; Christmas Day then takes the next free one.
    if (weekday(christmas) == 6) {
      orSubstitute(christmas + 1);
      orSubstitute(christmas);
    } else {
      orSubstitute(christmas);
      orSubstitute(christmas + 1);
    }
  }

  private int mayDay(int year) {
    return year == 2020 ? number(year, 5, 8) : lastMonday(year, 5, 7);
  }

  private void orSubstitute(int day) {
    int free = day;
    while (off.get(free - first)) {
      free++;
    }
    setOff(free);
  }

  private void setOff(int day) {
    off.set(day - first);
  }

  private static int lastMonday(int year, int month, int upTo) {
    int day = number(year, month, upTo);
    return day - weekday(day);
  }

  /** Gauss's Easter, for the years 1900 to 2099. */
  private static int easter(int year) {
    int a = year % 19;
    int d = (19 * a + 24) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    int march = 22 + d + e;
    if (march == 57) {
      march = 50;
    } else if (d == 28 && e == 6 && a > 10) {
      march = 49;
    }
    return number(year, 3, 1) + march - 1;
  }

  /** 0 is Monday; 1 January 1970 was a Thursday. */
  private static int weekday(int number) {
    return Math.floorMod(number + 3, 7);
  }

  /** Days since 1 January 1970, counted in years that begin in March. */
  private static int number(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int m = (month + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
  }

  private LocalDate date(int day) {
    return LocalDate.ofEpochDay((long) day + first);
  }
}
