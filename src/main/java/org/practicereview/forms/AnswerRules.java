package org.practicereview.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.forms.FormField.CountLimit;
import org.practicereview.forms.FormField.DateLimit;
import org.practicereview.forms.FormField.NumberLimit;

/** What an answer that was given must be like, by the kind of its question. */
public final class AnswerRules {

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
  private static final int LONGEST_TEXT = 100_000;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;
  private static final int ISO_DATE = 10;

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
    int most = field.limits().text().length() > 0 ? field.limits().text().length() : LONGEST_TEXT;
    if (text.length() > most) {
      return "is %,d characters long; at most %,d are kept".formatted(text.length(), most);
    }
    String pattern = field.limits().text().pattern();
    if (!pattern.isEmpty() && !text.matches(pattern)) {
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
    NumberLimit limit = field.limits().number();
    if (limit.min() != null && number < limit.min()) {
      return "must be at least " + plain(limit.min());
    }
    if (limit.max() != null && number > limit.max()) {
      return "must be at most " + plain(limit.max());
    }
    return null;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private String date(FormField field, Object value, Map<String, Object> known) {
    boolean whole = field.kind() == FormField.Kind.DATE_TIME || isDate(value);
    LocalDate date = whole ? parse(value) : null;
    if (date == null || date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
      return "is not a date. Write the day, the month and the year, such as 27/3/2026";
    }
    DateLimit limit = field.limits().date();
    Optional<Day> latest = days(limit.notAfter(), known).min(Day.ORDER);
    if (latest.filter(day -> date.isAfter(day.date())).isPresent()) {
      return latest.get().isToday()
          ? "must not be in the future"
          : "must not be after " + latest.get().said();
    }
    Optional<Day> earliest = days(limit.notBefore(), known).max(Day.ORDER);
    if (earliest.filter(day -> date.isBefore(day.date())).isPresent()) {
      return earliest.get().isToday()
          ? "must not be in the past"
          : "must not be before " + earliest.get().said();
    }
    return null;
  }

  /** The days of a rule that are known; one that is not known limits nothing. */
  private Stream<Day> days(String rule, Map<String, Object> known) {
    return Arrays.stream(rule.split(","))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .flatMap(
            key -> Optional.ofNullable(limit(key, known)).map(on -> new Day(key, on)).stream());
  }

  /** A day that a date is held against, and what it is the date of. */
  private record Day(String key, LocalDate date) {

    static final Comparator<Day> ORDER = Comparator.comparing(Day::date);

    boolean isToday() {
      return key.equals("today");
    }

    String said() {
      String words = key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.UK);
      return "the date \"%s\", %td/%<tm/%<tY".formatted(words, date);
    }
  }

  private LocalDate limit(String rule, Map<String, Object> known) {
    return rule.equals("today") ? LocalDate.now(clock) : parse(known.get(rule));
  }

  /** Ten characters and no more: nothing stands behind the day. */
  private static boolean isDate(Object value) {
    return value instanceof String text && text.length() == ISO_DATE;
  }

  private static LocalDate parse(Object value) {
    String text = value == null ? "" : value.toString();
    try {
      return LocalDate.parse(text.length() > ISO_DATE ? text.substring(0, ISO_DATE) : text);
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
    if (field.offer().key().isEmpty()) {
      return field.chosenFrom();
    }
    return known.get(field.offer().key()) instanceof List<?> offered
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
    return field.limits().count().most() == 1 && files.size() > 1 ? "give one file only" : null;
  }

  private static String count(FormField field, Object value) {
    if (!(value instanceof List<?> rows)) {
      return "the rows could not be read";
    }
    CountLimit limit = field.limits().count();
    if (rows.size() < limit.fewest()) {
      return "give at least " + limit.fewest();
    }
    return rows.size() > limit.most() ? "give at most " + limit.most() : null;
  }
}
