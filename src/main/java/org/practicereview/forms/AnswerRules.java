package org.practicereview.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer that was given must be like, by the kind of its question. */
public final class AnswerRules {

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
  private static final int LONGEST_TEXT = 100_000;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  private final Clock clock;

  AnswerRules(Clock clock) {
    this.clock = clock;
  }

  /** What is wrong with an answer, in plain words; null if nothing is. */
  String problem(FormField field, Object value, Map<String, Object> known) {
    return switch (field.kind()) {
      case TEXT, NARRATIVE -> text(field, value);
      case EMAIL ->
          text(field, value) != null
              ? text(field, value)
              : EMAIL.matcher(value.toString()).matches() ? null : "this is not an e-mail address";
      case NUMBER -> number(field, value);
      case TICK ->
          value instanceof Boolean
              ? (field.required() && !((Boolean) value) ? "please tick the box" : null)
              : "must be ticked or not";
      case DATE, DATE_TIME -> date(field, value, known);
      case CHOICE -> choice(field, value, known);
      case CHOICES -> choices(field, value, known);
      case ROWS -> count(field, value);
      case FILES -> files(field, value);
      case GUIDANCE -> null;
    };
  }

  private static String text(FormField field, Object value) {
    if (!(value instanceof String text)) {
      return "must be text";
    }
    int most = field.length() > 0 ? field.length() : LONGEST_TEXT;
    if (text.length() > most) {
      return "is %,d characters long; at most %,d are kept".formatted(text.length(), most);
    }
    if (!field.pattern().isEmpty() && !text.matches(field.pattern())) {
      return "is not in the form asked for";
    }
    return null;
  }

  private static String number(FormField field, Object value) {
    double number;
    try {
      number = Double.parseDouble(value.toString());
    } catch (NumberFormatException e) {
      return "must be a number";
    }
    if (!Double.isFinite(number)) {
      return "must be a number";
    }
    if (field.min() != null && number < field.min()) {
      return "must be at least " + plain(field.min());
    }
    if (field.max() != null && number > field.max()) {
      return "must be at most " + plain(field.max());
    }
    return null;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private String date(FormField field, Object value, Map<String, Object> known) {
    LocalDate date = parse(value);
    if (date == null || date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
      return "is not a date";
    }
    LocalDate latest = limit(field.notAfter(), known);
    if (latest != null && date.isAfter(latest)) {
      return field.notAfter().equals("today")
          ? "must not be in the future"
          : "must not be after " + said(field.notAfter(), latest);
    }
    LocalDate earliest = limit(field.notBefore(), known);
    if (earliest != null && date.isBefore(earliest)) {
      return field.notBefore().equals("today")
          ? "must not be in the past"
          : "must not be before " + said(field.notBefore(), earliest);
    }
    return null;
  }

  private static String said(String key, LocalDate date) {
    String words = key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.UK);
    return "the date \"%s\", %td/%<tm/%<tY".formatted(words, date);
  }

  private LocalDate limit(String rule, Map<String, Object> known) {
    if (rule.isEmpty()) {
      return null;
    }
    return rule.equals("today") ? LocalDate.now(clock) : parse(known.get(rule));
  }

  private static LocalDate parse(Object value) {
    String text = value == null ? "" : value.toString();
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String choice(FormField field, Object value, Map<String, Object> known) {
    return offered(field, known).contains(value.toString())
        ? null
        : "is not one of the answers offered";
  }

  private static String choices(FormField field, Object value, Map<String, Object> known) {
    if (!(value instanceof List<?> list)) {
      return "is not one of the answers offered";
    }
    Set<String> offered = offered(field, known);
    return list.stream().allMatch(item -> offered.contains(String.valueOf(item)))
        ? null
        : "is not one of the answers offered";
  }

  /** What may be chosen now. */
  public static Set<String> offered(FormField field, Map<String, Object> known) {
    if (field.choicesKey().isEmpty()) {
      return field.chosenFrom();
    }
    return known.get(field.choicesKey()) instanceof List<?> offered
        ? offered.stream()
            .map(item -> item instanceof Map<?, ?> map ? map.get("value") : item)
            .map(String::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static String files(FormField field, Object value) {
    if (!(value instanceof List<?> files)) {
      return "the files could not be read";
    }
    return field.most() == 1 && files.size() > 1 ? "give one file only" : null;
  }

  private static String count(FormField field, Object value) {
    if (!(value instanceof List<?> rows)) {
      return "the rows could not be read";
    }
    if (rows.size() < field.fewest()) {
      return "give at least " + field.fewest();
    }
    return rows.size() > field.most() ? "give at most " + field.most() : null;
  }
}
