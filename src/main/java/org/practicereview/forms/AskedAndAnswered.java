package org.practicereview.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.practicereview.forms.FormField.Choice;
import org.practicereview.forms.FormField.Kind;

/**
 * Stored answers as they were asked for and given: with the questions, the choices and the order of
 * the form. Text stays as it was typed.
 */
public final class AskedAndAnswered {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);

  private final UnaryOperator<String> words;
  private final UnaryOperator<String> offered;

  /**
   * For some readers.
   *
   * @param words says what a form says in the words of its readers
   * @param offered says what was chosen where the case decided what could be, such as the name for
   *     the code of an agency
   */
  public AskedAndAnswered(UnaryOperator<String> words, UnaryOperator<String> offered) {
    this.words = words;
    this.offered = offered;
  }

  /** A question as it was asked, and the answer in words. */
  public record Line(String question, String answer) {}

  /**
   * Questions that stand together under a heading of the form.
   *
   * @param heading empty where the form has none
   */
  public record Part(String heading, List<Line> lines) {

    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Everything that was answered in a form, in its order; what it does not ask comes last.
   *
   * @param form the form as it was when it was answered; empty if it is not known any more
   */
  public List<Part> parts(Optional<FormSchema> form, Map<String, Object> values) {
    Map<String, Line> left = byKey(form, values);
    List<Part> parts = new ArrayList<>();
    String heading = "";
    List<Line> lines = new ArrayList<>();
    for (FormField field : form.map(FormSchema::fields).orElse(List.of())) {
      if (field.isHeading()) {
        parts.add(new Part(heading, lines));
        heading = words.apply(field.headingText());
        lines = new ArrayList<>();
      } else if (left.containsKey(field.key())) {
        lines.add(left.remove(field.key()));
      }
    }
    parts.add(new Part(heading, lines));
    parts.add(new Part("", List.copyOf(left.values())));
    return parts.stream().filter(part -> !part.lines().isEmpty()).toList();
  }

  /** Everything that was answered, by the keys of the questions. */
  public Map<String, Line> byKey(Optional<FormSchema> form, Map<String, Object> values) {
    return byKey(form.map(FormSchema::questions).orElse(List.of()), values);
  }

  private Map<String, Line> byKey(List<FormField> questions, Map<String, ?> values) {
    Map<String, Object> left = new LinkedHashMap<>(values);
    Map<String, Line> lines = new LinkedHashMap<>();
    for (FormField question : questions) {
      line(question, left.remove(question.key()))
          .ifPresent(line -> lines.put(question.key(), line));
    }
    left.values().removeIf(value -> !isGiven(value));
    left.forEach((key, value) -> lines.put(key, new Line(words.apply(plain(key)), answer(value))));
    return lines;
  }

  /** A question and its answer; empty if it was not answered. */
  public Optional<Line> line(FormField question, Object value) {
    return isGiven(value)
        ? Optional.of(new Line(words.apply(question.label()), answer(question, value)))
        : Optional.empty();
  }

  private static boolean isGiven(Object value) {
    return value != null
        && !"".equals(value)
        && !(value instanceof Collection<?> all && all.isEmpty());
  }

  private String answer(FormField question, Object value) {
    if (question.kind() == Kind.ROWS && value instanceof Collection<?> rows) {
      return rows.stream().map(row -> row(question, row)).collect(Collectors.joining("\n"));
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(one -> answer(question, one)).collect(Collectors.joining("\n"));
    }
    String given = String.valueOf(value);
    return question.offer().choices().stream()
        .filter(choice -> choice.value().equals(given))
        .map(Choice::label)
        .map(words)
        .findFirst()
        .orElseGet(() -> free(question, value));
  }

  private String free(FormField question, Object value) {
    String given = String.valueOf(value);
    return switch (question.kind()) {
      case DATE, DATE_TIME -> date(given);
      case CHOICE, CHOICES -> question.isYesOrNo() ? answer(value) : offered.apply(given);
      case TEXT, NARRATIVE, EMAIL -> given;
      default -> answer(value);
    };
  }

  private String row(FormField question, Object row) {
    if (!(row instanceof Map<?, ?> cells)) {
      return answer(row);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    cells.forEach((key, value) -> values.put(String.valueOf(key), value));
    values.remove("documentId");
    return byKey(question.rows(), values).values().stream()
        .map(line -> line.question() + (asks(line) ? " " : ": ") + line.answer())
        .collect(Collectors.joining("; "));
  }

  private static boolean asks(Line line) {
    return line.question().endsWith("?");
  }

  /** An answer of which the question is not known. */
  private String answer(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "Yes" : "No";
    }
    if (value instanceof Number number && number.doubleValue() == number.longValue()) {
      return String.valueOf(number.longValue());
    }
    if (value instanceof Map<?, ?> row) {
      return row(FormField.plain("", "", Kind.ROWS), row);
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(this::answer).collect(Collectors.joining("\n"));
    }
    return date(String.valueOf(value));
  }

  private static String date(String given) {
    try {
      return given.contains("T")
          ? MOMENT.format(LocalDateTime.parse(given))
          : DAY.format(LocalDate.parse(given));
    } catch (DateTimeException e) {
      return given;
    }
  }

  /** All that is left where no form explains a key. */
  private static String plain(String key) {
    String spaced = key.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2");
    return spaced.substring(0, 1).toUpperCase(Locale.UK)
        + spaced.substring(1).toLowerCase(Locale.UK);
  }
}
