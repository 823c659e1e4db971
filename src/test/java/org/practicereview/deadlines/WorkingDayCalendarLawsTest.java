package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDayCalendarLawsTest {

  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

  private final WorkingDayCalendar calendar = new WorkingDayCalendar(List.of());

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property
  void addingAndThenSubtractingReturns(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(min = 0, max = 260) int days) {
    Assume.that(calendar.isWorkingDay(date));
    assertThat(calendar.minus(calendar.plus(date, days), days)).isEqualTo(date);
    assertThat(calendar.plus(calendar.minus(date, days), days)).isEqualTo(date);
  }

  @Property
  void theDaysCountedAreTheDaysAdded(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(min = 0, max = 260) int days) {
    assertThat(calendar.workingDaysBetween(date, calendar.plus(date, days))).isEqualTo(days);
  }

  @Property
  void aDueDateIsAWorkingDayAfterTheTrigger(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(min = 1, max = 260) int days) {
    LocalDate due = calendar.plus(date, days);
    assertThat(due).isAfter(date);
    assertThat(calendar.isWorkingDay(due)).isTrue();
  }

  @Property
  void aLaterTriggerIsNeverDueEarlier(
      @ForAll("dates") LocalDate date,
      @ForAll @IntRange(min = 1, max = 30) int later,
      @ForAll @IntRange(min = 0, max = 60) int length,
      @ForAll Unit unit,
      @ForAll Direction direction) {
    assertThat(calendar.due(date.plusDays(later), length, unit, direction))
        .isAfterOrEqualTo(calendar.due(date, length, unit, direction));
  }

  @Property
  void aNewHolidayNeverMovesADateEarlier(
      @ForAll("dates") LocalDate trigger,
      @ForAll @IntRange(min = 0, max = 60) int length,
      @ForAll @IntRange(min = 1, max = 90) int holidayAfter,
      @ForAll Unit unit) {
    LocalDate holiday = trigger.plusDays(holidayAfter);
    WorkingDayCalendar proclaimed =
        new WorkingDayCalendar(List.of(new ProclaimedDay(holiday, "New", trigger, "system")));
    LocalDate before = calendar.due(trigger, length, unit, Direction.AFTER);
    LocalDate after = proclaimed.due(trigger, length, unit, Direction.AFTER);
    boolean counted =
        unit == Unit.WORKING_DAYS && calendar.isWorkingDay(holiday) && !holiday.isAfter(before);
    if (unit == Unit.FULL_WORKING_DAYS
        && calendar.isWorkingDay(holiday)
        && !holiday.isAfter(before)) {
      assertThat(after).isEqualTo(calendar.plus(before, 1));
    } else if (counted && length > 0) {
      assertThat(after).isEqualTo(calendar.plus(before, 1));
    } else {
      assertThat(after).isEqualTo(before);
    }
  }

  @Property
  void aNewHolidayNeverShortensANotice(
      @ForAll("dates") LocalDate event,
      @ForAll @IntRange(min = 0, max = 60) int length,
      @ForAll @IntRange(min = 1, max = 90) int holidayBefore) {
    ProclaimedDay holiday =
        new ProclaimedDay(event.minusDays(holidayBefore), "New", event, "system");
    assertThat(new WorkingDayCalendar(List.of(holiday)).minus(event, length))
        .isBeforeOrEqualTo(calendar.minus(event, length));
  }

  @Property
  void betweenTwoDatesLieSoManyFullWorkingDays(
      @ForAll("dates") LocalDate event, @ForAll @IntRange(min = 0, max = 60) int length) {
    LocalDate sent = calendar.due(event, length, Unit.FULL_WORKING_DAYS, Direction.BEFORE);
    long between = sent.plusDays(1).datesUntil(event).filter(calendar::isWorkingDay).count();
    assertThat(between).isEqualTo(length);
    assertThat(calendar.isWorkingDay(sent)).isTrue();
  }

  @Property
  void aMovedDateIsAWorkingDayWithNoneBetween(
      @ForAll("dates") LocalDate date, @ForAll DayOff dayOff) {
    LocalDate moved = calendar.moved(date, dayOff);
    if (dayOff == DayOff.STAY || calendar.isWorkingDay(date)) {
      assertThat(moved).isEqualTo(date);
    } else {
      assertThat(calendar.isWorkingDay(moved)).isTrue();
      assertThat(moved.isAfter(date)).isEqualTo(dayOff == DayOff.NEXT);
      LocalDate from = moved.isAfter(date) ? date : moved.plusDays(1);
      LocalDate to = moved.isAfter(date) ? moved : date.plusDays(1);
      assertThat(from.datesUntil(to)).noneMatch(calendar::isWorkingDay);
    }
  }

  @Example
  void agreesWithAnIndependentCalculationForAHundredThousandClocks() {
    IndependentCalendar independent = new IndependentCalendar(2017, 2044);
    Random random = new Random(20261120);
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    for (int i = 0; i < 100_000; i++) {
      LocalDate trigger = FIRST.plusDays(random.nextInt(days));
      int length = random.nextInt(260);
      int months = random.nextInt(25);
      assertThat(calendar.plus(trigger, length)).isEqualTo(independent.after(trigger, length));
      assertThat(calendar.minus(trigger, length)).isEqualTo(independent.before(trigger, length));
      for (Direction direction : Direction.values()) {
        for (Unit unit : Unit.values()) {
          int units = unit == Unit.MONTHS ? months : length;
          for (DayOff dayOff : DayOff.values()) {
            assertThat(new Counting("", trigger, units, unit, direction, dayOff).due(calendar))
                .isEqualTo(
                    independent.moved(
                        IndependentDue.of(trigger, units, unit.name(), direction.name()),
                        dayOff.name()));
          }
        }
      }
      assertThat(calendar.due(trigger, months, Unit.MONTHS, Direction.AFTER))
          .isEqualTo(IndependentCalendar.months(trigger, months));
      assertThat(calendar.due(trigger, months, Unit.MONTHS, Direction.BEFORE))
          .isEqualTo(IndependentCalendar.months(trigger, -months));
    }
  }
}
