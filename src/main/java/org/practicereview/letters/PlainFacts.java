package org.practicereview.letters;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings facts into a shape that a letter can print: text without control characters, dates in
 * words, and nothing at all for what is empty.
 */
final class PlainFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
  private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?(?:Z|[+-]\\d{2}:\\d{2})?");

  private PlainFacts() {}

  /** {@code 20 November 2026}. */
  static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code Friday 20 November 2026}: for what someone must do by a day. */
  static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /** Text, boolean, list or map fit for a template; null for what is empty. */
  static Object of(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, item) -> plain.put(String.valueOf(key), of(item)));
      plain.values().removeIf(Objects::isNull);
      return plain.isEmpty() ? null : plain;
    }
    if (value instanceof Collection<?> items) {
      List<Object> plain = items.stream().map(PlainFacts::of).filter(Objects::nonNull).toList();
      return plain.isEmpty() ? null : plain;
    }
    return value == null ? null : text(value.toString());
  }

  /** Typed text without the characters that would break a page or turn its direction around. */
  static String lines(String raw) {
    return raw.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
        .replaceAll("[\\p{Cs}\\p{Co}\\u202A-\\u202E\\u2066-\\u2069]", "")
        .strip();
  }

  /** {@code head-of-safeguarding} as "head of safeguarding"; typed words stay as they are. */
  static String role(String value) {
    return CODE.matcher(value).matches()
        ? value
            .replace("safeguarding-partner-", "safeguarding partner for ")
            .replace("for local-authority", "for the local authority")
            .replace("for police", "for the police")
            .replace("childrens", "children's")
            .replace('-', ' ')
        : value;
  }

  private static String text(String raw) {
    String text = lines(raw);
    Matcher iso = ISO.matcher(text);
    return text.isEmpty() ? null : iso.matches() ? date(text, iso) : text;
  }

  private static String date(String text, Matcher iso) {
    try {
      String day = day(LocalDate.parse(iso.group(1)));
      return iso.group(2) == null
          ? day
          : day
              + " at "
              + LocalDateTime.of(LocalDate.EPOCH, LocalTime.parse(iso.group(2))).toLocalTime();
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
