package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDayCalendarTest {

  private final WorkingDayCalendar calendar = new WorkingDayCalendar(List.of());

  /** As published at GOV.UK for England and Wales. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "2028 | 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
      })
  void knowsTheBankHolidaysOfEngland(int year, String expected) {
    List<String> weekdaysOff =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(date -> date.getDayOfWeek().getValue() <= 5)
            .filter(date -> !calendar.isWorkingDay(date))
            .map(date -> date.toString().substring(5))
            .toList();
    assertThat(weekdaysOff).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-03,Good Friday",
    "2026-04-04,Saturday",
    "2026-04-05,Sunday",
    "2026-04-06,Easter Monday",
    "2023-05-08,Bank holiday for the coronation of King Charles III",
    "2026-12-25,Christmas Day",
    "2026-12-28,Boxing Day (substitute day)",
    "2027-12-27,Christmas Day (substitute day)",
    "2027-12-28,Boxing Day (substitute day)",
    "2028-01-03,New Year's Day (substitute day)",
    "2026-05-04,Early May bank holiday",
    "2026-05-25,Spring bank holiday",
    "2026-08-31,Summer bank holiday"
  })
  void saysWhyADayDoesNotCount(LocalDate date, String reason) {
    assertThat(calendar.whyNotWorking(date)).contains(reason);
  }

  @Test
  void saysNothingOfAWorkingDay() {
    assertThat(calendar.whyNotWorking(LocalDate.of(2026, 4, 7))).isEmpty();
  }

  @Test
  void leavesTheHolidaysOfScotlandAndNorthernIrelandAsWorkingDays() {
    for (String date : List.of("2026-01-02", "2026-03-17", "2026-07-13", "2026-08-03")) {
      assertThat(calendar.isWorkingDay(LocalDate.parse(date))).as(date).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-30, 20, WORKING_DAYS, AFTER, 2026-04-29",
    "2026-11-20, 1, WORKING_DAYS, AFTER, 2026-11-23",
    "2026-11-21, 1, WORKING_DAYS, AFTER, 2026-11-23",
    "2026-11-22, 1, WORKING_DAYS, AFTER, 2026-11-23",
    "2026-12-23, 5, WORKING_DAYS, AFTER, 2027-01-04",
    "2026-11-20, 0, WORKING_DAYS, AFTER, 2026-11-20",
    "2026-04-14, 7, WORKING_DAYS, BEFORE, 2026-04-01",
    "2026-11-02, 42, CALENDAR_DAYS, AFTER, 2026-12-14",
    "2026-12-14, 42, CALENDAR_DAYS, BEFORE, 2026-11-02",
    "2026-08-31, 6, MONTHS, AFTER, 2027-02-28",
    "2027-08-31, 6, MONTHS, AFTER, 2028-02-29",
    "2026-08-30, 6, MONTHS, AFTER, 2027-02-28",
    "2026-11-30, 6, MONTHS, AFTER, 2027-05-30",
    "2026-06-26, 6, MONTHS, AFTER, 2026-12-26",
    "2027-05-31, 3, MONTHS, BEFORE, 2027-02-28"
  })
  void countsTheWayTheLawDoes(
      LocalDate trigger, int length, Unit unit, Direction direction, LocalDate due) {
    assertThat(calendar.due(trigger, length, unit, direction)).isEqualTo(due);
  }

  @Test
  void givesNoticeOfFullDaysOneDayEarlier() {
    LocalDate publication = LocalDate.of(2026, 4, 14);
    assertThat(calendar.due(publication, 7, Unit.WORKING_DAYS, Direction.BEFORE))
        .isEqualTo("2026-04-01");
    assertThat(calendar.due(publication, 7, Unit.FULL_WORKING_DAYS, Direction.BEFORE))
        .isEqualTo("2026-03-31");
  }

  @ParameterizedTest
  @CsvSource({
    // Good Friday to Easter Monday 2026: 3 to 6 April.
    "2026-04-03, STAY, 2026-04-03",
    "2026-04-03, NEXT, 2026-04-07",
    "2026-04-06, PREVIOUS, 2026-04-02",
    "2026-04-07, NEXT, 2026-04-07",
    "2026-04-07, PREVIOUS, 2026-04-07"
  })
  void movesADateOnADayOffAsTheRuleSays(LocalDate date, DayOff dayOff, LocalDate moved) {
    assertThat(calendar.moved(date, dayOff)).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2025-02-28",
    "2023-02-28, 2024-02-28",
    "2027-03-01, 2028-03-01",
    "2026-08-31, 2027-08-31"
  })
  void aYearEndsWithTheCorrespondingDate(LocalDate from, LocalDate last) {
    assertThat(calendar.due(from, 12, Unit.MONTHS, Direction.AFTER)).isEqualTo(last);
  }

  @Test
  void countsTheWorkingDaysBetweenTwoDates() {
    LocalDate thursday = LocalDate.of(2026, 4, 2);
    assertThat(calendar.workingDaysBetween(thursday, LocalDate.of(2026, 4, 7))).isEqualTo(1);
    assertThat(calendar.workingDaysBetween(thursday, thursday)).isZero();
    assertThat(calendar.workingDaysBetween(thursday, thursday.minusDays(9))).isZero();
  }

  @Test
  void skipsAProclaimedDayAndNamesIt() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    WorkingDayCalendar proclaimed =
        new WorkingDayCalendar(
            List.of(new ProclaimedDay(day, "Day of mourning", day.minusDays(5), "system")));
    assertThat(proclaimed.whyNotWorking(day)).contains("Day of mourning");
    assertThat(proclaimed.plus(LocalDate.of(2026, 11, 20), 2)).isEqualTo("2026-11-25");
    assertThat(calendar.plus(LocalDate.of(2026, 11, 20), 2)).isEqualTo("2026-11-24");
  }

  @Test
  void refusesANegativeNumberOfDays() {
    LocalDate date = LocalDate.of(2026, 11, 20);
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.plus(date, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.minus(date, -1));
  }

  @Test
  void givesTheSameDatesWhateverTheZoneOfTheServer() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        // A year no other test asks for: its holidays are worked out in this zone.
        int year = 2060 + List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago").indexOf(zone);
        IndependentCalendar independent = new IndependentCalendar(year - 1, year + 1);
        LocalDate from = LocalDate.of(year, 3, 1);
        for (int days = 1; days < 80; days++) {
          assertThat(calendar.plus(from, days)).as(zone).isEqualTo(independent.after(from, days));
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
