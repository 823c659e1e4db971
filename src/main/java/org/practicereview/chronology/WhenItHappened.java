package org.practicereview.chronology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practicereview.chronology.DateAsWritten.NotTaken;

/**
 * Date and time of an event, from the two cells of its row. A time may stand beside the date, or a
 * date beside the time; where the cells say different things, neither is chosen.
 *
 * @param date as it was written
 * @param time as it is kept: words stay words; empty if there is none
 * @param twoTimes whether the cells give different times
 */
record WhenItHappened(DateAsWritten date, String time, boolean twoTimes) {

  /** How a second time is kept, behind the one of the time column. */
  private static final String BESIDE = " (%s beside the date)";

  /** More decimals than people write: what a spreadsheet makes of a time whose format is lost. */
  private static final Pattern FRACTION_OF_A_DAY = Pattern.compile("0?\\.\\d{3,}");

  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d|\\d*\\.\\d{3,}|0\\.\\d{2}");
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  /**
   * Reads the two cells.
   *
   * @throws NotTaken saying what is wrong, in a sentence
   */
  static WhenItHappened read(String dateCell, String timeCell, LocalDate today) throws NotTaken {
    DateAsWritten date;
    try {
      date = DateAsWritten.read(dateCell, today);
    } catch (NotTaken e) {
      throw new NotTaken("the date " + quoted(dateCell) + " " + e.getMessage());
    }
    if (date.day().isAfter(today)) {
      throw new NotTaken("the date " + quoted(dateCell) + " is in the future.");
    }
    String time = time(timeCell, date.day(), today);
    if (date.time() == null) {
      return new WhenItHappened(date, time, false);
    }
    // A column of dates and times shows 00:00 where only the date is known.
    boolean onlyADate = date.time().equals(LocalTime.MIDNIGHT) && !time.isEmpty();
    if (onlyADate || TimeAsWritten.read(time).filter(date.time()::equals).isPresent()) {
      return new WhenItHappened(date, time, false);
    }
    String besideTheDate = TimeAsWritten.kept(date.time());
    if (time.isEmpty()) {
      return new WhenItHappened(date, besideTheDate, false);
    }
    String both = time + BESIDE.formatted(besideTheDate);
    if (both.length() > Column.TIME.longest()) {
      throw new NotTaken(
          "the date "
              + quoted(dateCell)
              + " holds another time than the time "
              + quoted(timeCell)
              + ". Keep the right one.");
    }
    return new WhenItHappened(date, both, true);
  }

  private static String time(String cell, LocalDate day, LocalDate today) throws NotTaken {
    if (FRACTION_OF_A_DAY.matcher(cell).matches()) {
      return TimeAsWritten.kept(ofDay(new BigDecimal(cell)));
    }
    if (NUMBER.matcher(cell).matches()) {
      throw new NotTaken("the time " + quoted(cell) + " is not clear. Write it as 14:30.");
    }
    Optional<DateAsWritten> both = DateAsWritten.in(cell, today);
    if (both.isEmpty()) {
      return cell;
    }
    if (both.get().time() == null) {
      throw new NotTaken("the time " + quoted(cell) + " is a date. Write it as 14:30.");
    }
    if (!both.get().day().equals(day)) {
      throw new NotTaken("the time " + quoted(cell) + " is of another day than the date.");
    }
    return TimeAsWritten.kept(both.get().time());
  }

  /** The time that a fraction of a day stands for, to the second. */
  private static LocalTime ofDay(BigDecimal fraction) {
    long seconds = fraction.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
    return LocalTime.ofSecondOfDay(Math.min(seconds, 86_399));
  }

  private static String quoted(String text) {
    return ChronologyImport.quoted(text);
  }
}
