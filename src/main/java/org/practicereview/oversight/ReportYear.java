package org.practicereview.oversight;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The year of a yearly report, from 1 April to 31 March: the year in which councils, police and
 * health bodies count.
 *
 * @param begins the calendar year in which it begins
 */
public record ReportYear(int begins) {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);
  private static final int MONTHS_OF_QUARTER = 3;

  /**
   * Part of a year.
   *
   * @param from first day
   * @param to last day
   */
  public record Period(String name, LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** The year in which a day lies. */
  public static ReportYear of(LocalDate day) {
    return new ReportYear(
        day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
  }

  /** The year before. */
  public ReportYear before() {
    return new ReportYear(begins - 1);
  }

  /** The year after. */
  public ReportYear after() {
    return new ReportYear(begins + 1);
  }

  /** The whole year, named for example {@code 2026/27}. */
  public Period whole() {
    LocalDate first = LocalDate.of(begins, Month.APRIL, 1);
    return new Period(
        begins + "/" + "%02d".formatted((begins + 1) % 100),
        first,
        first.plusYears(1).minusDays(1));
  }

  /** Its four quarters. */
  public List<Period> quarters() {
    return IntStream.range(0, 4)
        .mapToObj(
            number -> {
              LocalDate first = whole().from().plusMonths(number * MONTHS_OF_QUARTER);
              LocalDate last = first.plusMonths(MONTHS_OF_QUARTER).minusDays(1);
              return new Period(
                  "%s to %s %d".formatted(MONTH.format(first), MONTH.format(last), last.getYear()),
                  first,
                  last);
            })
        .toList();
  }
}
