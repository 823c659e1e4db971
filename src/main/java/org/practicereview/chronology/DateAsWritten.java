package org.practicereview.chronology;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people in England write it, the day before the month, perhaps with a time.
 *
 * @param day the date
 * @param time the time of day beside it, or null
 * @param order what the writing says about the order of day and month
 */
record DateAsWritten(LocalDate day, LocalTime time, Order order) {

  /** What a date says about the order in which its file writes day and month. */
  enum Order {
    /** Month in words, or the year first: there is one way to read it. */
    CLEAR,
    /** In figures, and only the day can come first. */
    DAY_FIRST,
    /** In figures, and day and month could be exchanged. */
    EITHER
  }

  /** A date that cannot be taken; the message ends a sentence that begins with the date. */
  static final class NotTaken extends Exception {

    private static final long serialVersionUID = 1L;

    NotTaken(String message) {
      super(message);
    }
  }

  private static final int EARLIEST_YEAR = 1900;
  private static final int MONTHS = 12;

  private static final String WEEKDAY = "(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.? )?";
  private static final String YEAR = "'?(\\d{4}|\\d{2})";
  private static final String TIME = "(?:(?:t| at | )(?<time>[\\d:.]+.*))?";
  private static final Pattern FIGURES =
      Pattern.compile(WEEKDAY + "(\\d{1,2})([/.-])(\\d{1,2})\\3" + YEAR + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(WEEKDAY + "(\\d{4})([/.-])(\\d{1,2})\\3(\\d{1,2})" + TIME);
  private static final Pattern MONTH_IN_WORDS =
      Pattern.compile(
          WEEKDAY
              + "(?:the )?(\\d{1,2})(?:st|nd|rd|th)?[ ./-]*(?:of )?([a-z]{3,9})[ ./-]*"
              + YEAR
              + TIME);
  private static final Pattern MONTH_WORD_FIRST =
      Pattern.compile(
          WEEKDAY + "([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)? ?" + "(\\d{4})" + TIME);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final List<String> MONTH_NAMES =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.UK))
          .toList();

  /**
   * Reads a date.
   *
   * @param today the latest day that a year of two figures is taken for
   */
  static DateAsWritten read(String text, LocalDate today) throws NotTaken {
    String plain =
        text.replaceAll("[\\u2010-\\u2015\\u2212]", "-")
            .replaceAll("[,\\s\\u00A0]+", " ")
            .strip()
            .toLowerCase(Locale.UK);
    Matcher written = FIGURES.matcher(plain);
    if (written.matches()) {
      return figures(written, today);
    }
    written = YEAR_FIRST.matcher(plain);
    if (written.matches()) {
      return date(written, number(written, 2), number(written, 4), number(written, 5), Order.CLEAR);
    }
    written = MONTH_IN_WORDS.matcher(plain);
    if (written.matches()) {
      return date(
          written,
          year(written.group(4), today),
          month(written.group(3)),
          number(written, 2),
          Order.CLEAR);
    }
    written = MONTH_WORD_FIRST.matcher(plain);
    if (written.matches()) {
      return date(
          written, number(written, 4), month(written.group(2)), number(written, 3), Order.CLEAR);
    }
    throw NUMBER.matcher(plain).matches()
        ? new NotTaken("is a number. Format the cell as a date, or write 31/01/2025.")
        : notADate();
  }

  /** The date in a text, if it is one; for places where a date is a mistake. */
  static Optional<DateAsWritten> in(String text, LocalDate today) {
    try {
      return Optional.of(read(text, today));
    } catch (NotTaken e) {
      return Optional.empty();
    }
  }

  private static DateAsWritten figures(Matcher written, LocalDate today) throws NotTaken {
    int day = number(written, 2);
    int month = number(written, 4);
    if (month > MONTHS && day <= MONTHS) {
      throw new NotTaken(
          "has no month "
              + month
              + ". Write the day before the month, in every row of the file: 31/01/2025.");
    }
    Order order = day > MONTHS ? Order.DAY_FIRST : day == month ? Order.CLEAR : Order.EITHER;
    return date(written, year(written.group(5), today), month, day, order);
  }

  private static DateAsWritten date(Matcher written, int year, int month, int day, Order order)
      throws NotTaken {
    LocalDate date;
    try {
      date = LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw notADate();
    }
    if (year < EARLIEST_YEAR) {
      throw notADate();
    }
    String weekday = written.group(1);
    if (weekday != null && !name(date.getDayOfWeek()).toLowerCase(Locale.UK).startsWith(weekday)) {
      throw new NotTaken("is not right: that day was a " + name(date.getDayOfWeek()) + ".");
    }
    String time = written.group("time");
    return time == null
        ? new DateAsWritten(date, null, order)
        : new DateAsWritten(
            date, TimeAsWritten.read(time).orElseThrow(DateAsWritten::notADate), order);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.UK);
  }

  /** A year of two figures is one that has begun, or one of the last century from 1950 on. */
  private static int year(String figures, LocalDate today) throws NotTaken {
    int year = Integer.parseInt(figures);
    if (figures.length() > 2) {
      return year;
    }
    if (2000 + year <= today.getYear()) {
      return 2000 + year;
    }
    if (year < 50) {
      throw new NotTaken(
          "could be of 19" + figures + " or 20" + figures + ". Write the whole year.");
    }
    return 1900 + year;
  }

  private static int month(String word) throws NotTaken {
    String meant = word.equals("sept") ? "sep" : word;
    for (String name : MONTH_NAMES) {
      if (name.equals(meant) || meant.length() == 3 && name.startsWith(meant)) {
        return MONTH_NAMES.indexOf(name) + 1;
      }
    }
    throw notADate();
  }

  private static int number(Matcher written, int group) {
    return Integer.parseInt(written.group(group));
  }

  private static NotTaken notADate() {
    return new NotTaken("is not a date. Write it as 31/01/2025.");
  }
}
