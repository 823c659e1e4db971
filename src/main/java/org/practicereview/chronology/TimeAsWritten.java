package org.practicereview.chronology;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people write them: 14:30, 14.30hrs, 1430, 2.30pm, 09:05:00. */
final class TimeAsWritten {

  private static final String HALF = "(?: ?([ap])\\.? ?m\\.?)?";
  private static final String HOURS = "(?: ?(?:h|hrs?|hours?)\\.?)?";
  private static final Pattern PARTED =
      Pattern.compile("(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:\\.0+)?)?" + HALF + HOURS);
  private static final Pattern TOGETHER = Pattern.compile("(\\d{1,2})(\\d{2})()" + HALF + HOURS);
  private static final Pattern HOUR_ALONE =
      Pattern.compile("(\\d{1,2})()() ?([ap])\\.? ?m\\.?|(?:12 )?noon|mid-?day");
  private static final int NOON = 12;

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private TimeAsWritten() {}

  /** The time that a text gives; none for words, and for what is no time of day. */
  static Optional<LocalTime> read(String text) {
    String plain = text.replace('\u00A0', ' ').strip().toLowerCase(Locale.UK);
    for (Pattern form : new Pattern[] {PARTED, TOGETHER, HOUR_ALONE}) {
      Matcher written = form.matcher(plain);
      if (written.matches()) {
        return written.group(1) == null ? Optional.of(LocalTime.NOON) : time(written);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalTime> time(Matcher written) {
    int hour = number(written.group(1));
    int minute = number(written.group(2));
    int second = number(written.group(3));
    String half = written.group(4);
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    // "14:30pm" is written often, and means 14:30.
    if (half != null && hour <= NOON) {
      hour = hour % NOON + (half.equals("p") ? NOON : 0);
    }
    return Optional.of(LocalTime.of(hour, minute, second));
  }

  private static int number(String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The time as it is kept: {@code 14:30}, with seconds where there are any. */
  static String kept(LocalTime time) {
    return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
  }
}
