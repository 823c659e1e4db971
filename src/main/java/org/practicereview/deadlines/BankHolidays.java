package org.practicereview.deadlines;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bank holidays of England that are known years ahead (Banking and Financial Dealings Act 1971,
 * with Christmas Day and Good Friday), by year and by name.
 */
final class BankHolidays {

  private static final HolidayManager ENGLAND =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

  private static final Map<Integer, Map<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("NEW_YEAR", "New Year's Day"),
          Map.entry("christian.GOOD_FRIDAY", "Good Friday"),
          Map.entry("christian.EASTER_MONDAY", "Easter Monday"),
          Map.entry("EARLY_MAY_BANK_HOLIDAY", "Early May bank holiday"),
          Map.entry("SPRING_BANK_HOLIDAY", "Spring bank holiday"),
          Map.entry("SUMMER_BANK_HOLIDAY", "Summer bank holiday"),
          Map.entry("CHRISTMAS", "Christmas Day"),
          Map.entry("BOXING_DAY", "Boxing Day"),
          Map.entry("KINGS_CORONATION", "Bank holiday for the coronation of King Charles III"),
          Map.entry("QUEENS_PLATINUM_JUBILEE", "Platinum Jubilee bank holiday"),
          Map.entry("QUEENS_STATE_FUNERAL", "Bank Holiday for the State Funeral of the Queen"));

  private BankHolidays() {}

  /** The holidays of a year. */
  static Map<LocalDate, String> of(int year) {
    return BY_YEAR.computeIfAbsent(year, BankHolidays::read);
  }

  private static Map<LocalDate, String> read(int year) {
    Map<LocalDate, String> holidays = new HashMap<>();
    for (Holiday holiday : ENGLAND.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, "eng")) {
      holidays.put(holiday.getDate(), name(holiday));
    }
    return Map.copyOf(holidays);
  }

  private static String name(Holiday holiday) {
    String name = NAMES.getOrDefault(holiday.getPropertiesKey(), "Bank holiday");
    boolean moved =
        holiday.getObservedDate().filter(day -> !day.equals(holiday.getActualDate())).isPresent();
    return moved ? name + " (substitute day)" : name;
  }
}
