package org.practicereview.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.practicereview.forms.FormField.Kind;

/**
 * A question that the service reads, declared once by the room that reads it, together with the
 * forms that ask it. The build looks for every declared question in these forms: whoever renames it
 * there, or asks for something else, is told which room reads it.
 *
 * @param <T> what an answer is read as
 */
public final class Question<T> implements Asks {

  private static final int DATE_LENGTH = "2026-11-20".length();

  private final String key;
  private final Set<Kind> kinds;
  private final Function<Object, T> reading;
  private final List<Asks> places;

  private Question(String key, Set<Kind> kinds, Function<Object, T> reading, Asks... places) {
    this.key = key;
    this.kinds = kinds;
    this.reading = reading;
    this.places = List.of(places);
  }

  /** A text on one line or several, or an address; read as empty where nothing was written. */
  public static Question<String> text(String key, Asks... places) {
    return new Question<>(
        key, Set.of(Kind.TEXT, Kind.NARRATIVE, Kind.EMAIL), Question::plain, places);
  }

  /** A number, read as text without needless decimals. */
  public static Question<String> number(String key, Asks... places) {
    return new Question<>(key, Set.of(Kind.NUMBER), Question::plain, places);
  }

  /** One of several; read as the chosen value, empty where nothing was chosen. */
  public static Question<String> choice(String key, Asks... places) {
    return new Question<>(key, Set.of(Kind.CHOICE), Question::plain, places);
  }

  /** A value that one form offers to choose and another asks to be written. */
  public static Question<String> textOrChoice(String key, Asks... places) {
    return new Question<>(key, Set.of(Kind.TEXT, Kind.CHOICE), Question::plain, places);
  }

  /** Any number of several. */
  public static Question<List<String>> choices(String key, Asks... places) {
    return new Question<>(
        key,
        Set.of(Kind.CHOICES),
        answer ->
            answer instanceof List<?> chosen
                ? chosen.stream().map(String::valueOf).toList()
                : List.of(),
        places);
  }

  /** A box, or a choice between {@code true} and {@code false}; not answered is not yes. */
  public static Question<Boolean> yesOrNo(String key, Asks... places) {
    return new Question<>(
        key,
        Set.of(Kind.TICK, Kind.CHOICE),
        answer -> "true".equals(String.valueOf(answer)),
        places);
  }

  /** A date; of a date with a time, the date. */
  public static Question<Optional<LocalDate>> date(String key, Asks... places) {
    return new Question<>(key, Set.of(Kind.DATE, Kind.DATE_TIME), Question::day, places);
  }

  /** Repeated rows; each row is read with the questions that stand in it. */
  public static Question<List<Map<String, Object>>> rows(String key, FormName... forms) {
    return new Question<>(key, Set.of(Kind.ROWS), Question::maps, forms);
  }

  /** Files: what was uploaded, or of those that are stored the id and the name. */
  public static Question<List<Map<String, Object>>> files(String key, FormName... forms) {
    return new Question<>(key, Set.of(Kind.FILES), Question::maps, forms);
  }

  /** Name of the answer in forms, facts and letters. */
  public String key() {
    return key;
  }

  /** The kinds of question that can be read like this. */
  public Set<Kind> kinds() {
    return kinds;
  }

  /** The forms that ask it, and the rows in which it stands. */
  public List<Asks> places() {
    return places;
  }

  /** The answer among others, read as its type; what was not answered is empty, or not yes. */
  public T in(Map<?, ?> answers) {
    return reading.apply(answers.get(key));
  }

  /** Whether it was answered at all. */
  public boolean isAnsweredIn(Map<?, ?> answers) {
    return answers.get(key) != null;
  }

  /** Whether the answer is this one. */
  public boolean is(Object value, Map<?, ?> answers) {
    return value.equals(in(answers));
  }

  /** Where a question in a row of these is answered, as refusals name it. */
  public String at(int row, Question<?> within) {
    return key + "[" + row + "]." + within.key;
  }

  @Override
  public String toString() {
    return key;
  }

  private static String plain(Object answer) {
    if (answer instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())) {
      return String.valueOf(number.longValue());
    }
    return answer == null ? "" : String.valueOf(answer).strip();
  }

  private static Optional<LocalDate> day(Object answer) {
    String text = plain(answer);
    try {
      return text.length() < DATE_LENGTH
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<Map<String, Object>> maps(Object answer) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (answer instanceof List<?> list) {
      for (Object item : list) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> cells) {
          cells.forEach((key, value) -> row.put(String.valueOf(key), value));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
