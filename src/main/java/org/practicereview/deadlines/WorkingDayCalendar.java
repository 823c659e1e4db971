package org.practicereview.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts days as they are counted in England: a working day is Monday to Friday and no bank holiday
 * of England and Wales; the first day counted is the one after the trigger, whatever the time of
 * the trigger; months and years run to the end of the corresponding date, or of the last day of a
 * month that has none (Dodds v Walker [1981] 1 WLR 1027, House of Lords), so that a year from 29
 * February ends with 28 February. Whether a date on a day off moves, each rule says ({@link
 * DayOff}).
 *
 * <p>Works on dates only, so neither a time zone nor a clock can change a result. Immutable.
 */
public final class WorkingDayCalendar {

  /** The zone in which a moment becomes a date. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Map<LocalDate, String> proclaimed;

  /** The calendar with the days that were proclaimed on their own. */
  public WorkingDayCalendar(Collection<ProclaimedDay> proclaimed) {
    this.proclaimed =
        proclaimed.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ProclaimedDay::date, ProclaimedDay::name, (first, second) -> first));
  }

  /** Whether people are expected at work. */
  public boolean isWorkingDay(LocalDate date) {
    return !isWeekend(date) && holiday(date).isEmpty();
  }

  /** Why a date is no working day, for example {@code Saturday}, {@code Good Friday}. */
  public Optional<String> whyNotWorking(LocalDate date) {
    return isWeekend(date) ? Optional.of(weekday(date)) : holiday(date);
  }

  /**
   * The due date of a clock.
   *
   * @param length how many units, not negative
   */
  public LocalDate due(LocalDate trigger, int length, Unit unit, Direction direction) {
    if (direction == Direction.AFTER) {
      return switch (unit) {
        case WORKING_DAYS -> plus(trigger, length);
        case FULL_WORKING_DAYS -> plus(trigger, length + 1);
        case CALENDAR_DAYS -> trigger.plusDays(length);
        case MONTHS -> trigger.plusMonths(length);
      };
    }
    return switch (unit) {
      case WORKING_DAYS -> minus(trigger, length);
      case FULL_WORKING_DAYS -> minus(trigger, length + 1);
      case CALENDAR_DAYS -> trigger.minusDays(length);
      case MONTHS -> trigger.minusMonths(length);
    };
  }

  /** The date itself where it is a working day, and otherwise where a rule moves it. */
  public LocalDate moved(LocalDate date, DayOff dayOff) {
    return switch (dayOff) {
      case STAY -> date;
      case NEXT -> isWorkingDay(date) ? date : plus(date, 1);
      case PREVIOUS -> isWorkingDay(date) ? date : minus(date, 1);
    };
  }

  /** The working day that is the given number of working days after a date; 0 gives the date. */
  public LocalDate plus(LocalDate date, int workingDays) {
    return count(date, workingDays, 1);
  }

  /** The working day that is the given number of working days before a date; 0 gives the date. */
  public LocalDate minus(LocalDate date, int workingDays) {
    return count(date, workingDays, -1);
  }

  /**
   * The number of working days after the first date, up to and including the second; 0 if the
   * second is not later.
   */
  public int workingDaysBetween(LocalDate after, LocalDate upTo) {
    int days = 0;
    for (LocalDate date = after.plusDays(1); !date.isAfter(upTo); date = date.plusDays(1)) {
      if (isWorkingDay(date)) {
        days++;
      }
    }
    return days;
  }

  private LocalDate count(LocalDate from, int workingDays, int step) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("A number of working days cannot be negative");
    }
    LocalDate date = from;
    for (int counted = 0; counted < workingDays; ) {
      date = date.plusDays(step);
      if (isWorkingDay(date)) {
        counted++;
      }
    }
    return date;
  }

  private Optional<String> holiday(LocalDate date) {
    String known = BankHolidays.of(date.getYear()).get(date);
    return Optional.ofNullable(known != null ? known : proclaimed.get(date));
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
  }
}
